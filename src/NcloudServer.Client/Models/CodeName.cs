namespace NcloudServer;

/// <summary>A code with its display text. It prints, compares and converts as its code, as in <c>$server.PlatformType -eq 'WND64'</c>.</summary>
/// <remarks>Source: api.ncloud-docs.com, data type <c>CommonCode</c> (fields <c>code</c> and <c>codeName</c>).</remarks>
/// <param name="code">The code, for example <c>RUN</c>.</param>
/// <param name="name">The service's text for it, in the language of the account.</param>
#pragma warning disable CA1036 // PowerShell orders by IComparable: operators for less and greater would serve nobody.
public sealed class CodeName(string code, string name) : IEquatable<CodeName>, IComparable<CodeName>, IComparable
#pragma warning restore CA1036
{
    /// <summary>Creates a pair without a text.</summary>
    /// <param name="code">The code, for example <c>RUN</c>.</param>
    public CodeName(string code)
        : this(code, string.Empty)
    {
    }

    /// <summary>The code, for example <c>RUN</c>, <c>WND64</c> or <c>KVM</c>. Base decisions on it.</summary>
    public string Code { get; } = code ?? throw new ArgumentNullException(nameof(code));

    /// <summary>The service's text for the code (<c>codeName</c>). It is localised: display it, never compare it.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>Compares the codes; the localised texts are ignored.</summary>
    public bool Equals(CodeName? other) => other is not null && StringComparer.OrdinalIgnoreCase.Equals(Code, other.Code);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is string code ? Equals(new CodeName(code)) : Equals(obj as CodeName);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Code);

    /// <summary>Orders by code.</summary>
    public int CompareTo(CodeName? other) => StringComparer.OrdinalIgnoreCase.Compare(Code, other?.Code);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => StringComparer.OrdinalIgnoreCase.Compare(Code, obj?.ToString());

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    /// <summary>Whether both stand for the same code.</summary>
    public static bool operator ==(CodeName? left, CodeName? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the codes differ.</summary>
    public static bool operator !=(CodeName? left, CodeName? right) => !(left == right);
}
