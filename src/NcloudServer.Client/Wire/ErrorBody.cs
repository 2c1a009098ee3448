namespace NcloudServer.Wire;

/// <summary>Either kind of error. <c>responseCode</c> and <c>responseMessage</c> were seen in place of the documented names.</summary>
internal sealed class ErrorBody
{
    public string ReturnCode { get; set; } = string.Empty;

    public string ReturnMessage { get; set; } = string.Empty;

    public string ResponseCode { get; set; } = string.Empty;

    public string ResponseMessage { get; set; } = string.Empty;

    public string ErrorCode { get; set; } = string.Empty;

    public string Message { get; set; } = string.Empty;

    public string Details { get; set; } = string.Empty;

    public string Code => FirstGiven(ErrorCode, ReturnCode, ResponseCode);

    public string Text
    {
        get
        {
            string text = FirstGiven(Message, ReturnMessage, ResponseMessage);
            return Details.Length == 0 || Details == text ? text : $"{text} {Details}".Trim();
        }
    }

    private static string FirstGiven(string first, string second, string third) =>
        first.Length > 0 ? first : second.Length > 0 ? second : third;
}
