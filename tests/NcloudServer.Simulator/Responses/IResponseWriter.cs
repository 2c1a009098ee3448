namespace NcloudServer.Simulator;

/// <summary>
/// The two formats behind one face. They differ in lists: JSON has bare values, XML wraps each in an element,
/// so the name of an item is always given and only XML uses it.
/// </summary>
internal interface IResponseWriter : IDisposable
{
    void BeginObject(string name);

    void EndObject();

    void BeginList(string name);

    void EndList();

    void BeginItem(string itemName);

    void EndItem();

    void Item(string itemName, string value);

    void Text(string name, string value);

    void Number(string name, long value);

    void Flag(string name, bool value);
}

internal enum ResponseFormat
{
    Xml,
    Json,
}
