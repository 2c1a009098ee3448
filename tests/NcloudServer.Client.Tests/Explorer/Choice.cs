namespace NcloudServer.Tests.Explorer;

/// <summary>A choice that there was in a run, and how many options it had.</summary>
internal readonly record struct Choice(int Request, bool IsAnswer, int Options)
{
    public int Place => new Pick(Request, IsAnswer, 0).Place;
}
