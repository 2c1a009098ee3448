namespace NcloudServer.Actions;

/// <summary>
/// An object of a response to any action. Its values are texts, numbers (<see cref="long"/> or <see cref="decimal"/>), booleans, dates,
/// <see cref="CodeName"/>, lists and objects; an absent text is empty, and an absent code is null.
/// </summary>
/// <param name="name">What the object is, for example <c>NetworkInterface</c>.</param>
internal sealed class ResponseObject(string name)
{
    private readonly List<KeyValuePair<string, object?>> _members = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.OrdinalIgnoreCase);

    public string Name { get; } = name;

    /// <summary>In the order of the response; no two names differ by case alone.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Members => _members;

    public object? this[string member] => _positions.TryGetValue(member, out int position) ? _members[position].Value : null;

    /// <summary>Adds a member. What comes several times under one name is a list: XML may leave the element around it out.</summary>
    public void Add(string member, object? value)
    {
        if (!_positions.TryGetValue(member, out int position))
        {
            _positions.Add(member, _members.Count);
            _members.Add(new(member, value));
            return;
        }

        if (_members[position].Value is not Repeated values)
        {
            values = [_members[position].Value];
            _members[position] = new(_members[position].Key, values);
        }

        values.Add(value);
    }

    private sealed class Repeated : List<object?>;
}
