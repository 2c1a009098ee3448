using System.Text;
using System.Text.Json;

namespace NcloudServer.Wire;

/// <summary>The fields that a model knows of an item of a list.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <param name="unknown">Keeps a field that the model does not know; null to leave it out.</param>
/// <param name="fields">The service's names, in the order in which it usually sends them.</param>
internal sealed class ItemFields<T>(ItemFields<T>.Keeper? unknown, params (string Name, ItemFields<T>.Setter Set)[] fields)
    where T : class, new()
{
    private readonly byte[][] _names = System.Array.ConvertAll(fields, field => Encoding.UTF8.GetBytes(field.Name));

    public delegate void Setter(T item, JsonElement value);

    public delegate void Keeper(T item, string name, JsonElement value);

    /// <summary>Reads an object.</summary>
    public T Read(JsonElement element)
    {
        var item = new T();
        int next = 0;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (Find(property, next) is var place && place >= 0)
            {
                fields[place].Set(item, property.Value);
                next = place + 1;
            }
            else
            {
                unknown?.Invoke(item, property.Name, property.Value);
            }
        }

        return item;
    }

    private int Find(JsonProperty property, int start)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            int place = (start + i) % _names.Length;
            if (property.NameEquals(_names[place]))
            {
                return place;
            }
        }

        return -1;
    }
}
