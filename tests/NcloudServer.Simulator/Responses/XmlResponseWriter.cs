using System.Globalization;
using System.Text;
using System.Xml;

namespace NcloudServer.Simulator;

internal sealed class XmlResponseWriter : IResponseWriter
{
    private readonly XmlWriter xml;

    public XmlResponseWriter(Stream stream, string root)
    {
        xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartElement(root);
    }

    public void Dispose() => xml.Dispose();

    public void BeginObject(string name) => xml.WriteStartElement(name);

    public void EndObject() => xml.WriteEndElement();

    public void BeginList(string name) => xml.WriteStartElement(name);

    public void EndList() => xml.WriteEndElement();

    public void BeginItem(string itemName) => xml.WriteStartElement(itemName);

    public void EndItem() => xml.WriteEndElement();

    public void Item(string itemName, string value) => xml.WriteElementString(itemName, value);

    public void Text(string name, string value) => xml.WriteElementString(name, value);

    public void Number(string name, long value) => xml.WriteElementString(name, value.ToString(CultureInfo.InvariantCulture));

    public void Flag(string name, bool value) => xml.WriteElementString(name, value ? "true" : "false");
}
