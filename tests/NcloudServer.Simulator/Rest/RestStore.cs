using System.Globalization;
using System.Text.Json.Nodes;

namespace NcloudServer.Simulator;

/// <summary>The sub accounts of the REST service: each is what was given for it, and its id. Ids are never given twice.</summary>
public sealed class RestStore
{
    public const string Id = "subAccountId";
    private const int FirstId = 1001;
    private const int AtStart = 45;

    private readonly object gate = new();
    private readonly SortedDictionary<string, JsonObject> items = [];
    private int next;

    internal RestStore() => Fill(AtStart);

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<JsonObject> All
    {
        get
        {
            lock (gate)
            {
                return items.Values.Select(Copy).ToList();
            }
        }
    }

    public JsonObject? Find(string id)
    {
        lock (gate)
        {
            return items.TryGetValue(id, out JsonObject? found) ? Copy(found) : null;
        }
    }

    /// <summary>So many new ones in the place of all that there are.</summary>
    public void Fill(int count)
    {
        lock (gate)
        {
            items.Clear();
            next = FirstId;
            for (int ordinal = 1; ordinal <= count; ordinal++)
            {
                string name = $"user-{ordinal:00}";
                Add(new JsonObject { ["loginId"] = name, ["name"] = name, ["active"] = ordinal % 3 != 0 });
            }
        }
    }

    internal void Reset() => Fill(AtStart);

    internal JsonObject Add(JsonObject given)
    {
        lock (gate)
        {
            string id = (next++).ToString(CultureInfo.InvariantCulture);
            return Put(id, given);
        }
    }

    /// <summary>Puts this in the place of the one with that id; null if there is none.</summary>
    internal JsonObject? Replace(string id, JsonObject given)
    {
        lock (gate)
        {
            return items.ContainsKey(id) ? Put(id, given) : null;
        }
    }

    /// <summary>Changes the members that are given; null if there is none with that id.</summary>
    internal JsonObject? Change(string id, JsonObject given)
    {
        lock (gate)
        {
            if (!items.TryGetValue(id, out JsonObject? found))
            {
                return null;
            }

            JsonObject changed = Copy(found);
            foreach ((string name, JsonNode? value) in given)
            {
                changed[name] = value?.DeepClone();
            }

            return Put(id, changed);
        }
    }

    internal bool Remove(string id)
    {
        lock (gate)
        {
            return items.Remove(id);
        }
    }

    private JsonObject Put(string id, JsonObject given)
    {
        var item = new JsonObject { [Id] = id };
        foreach ((string name, JsonNode? value) in given)
        {
            item[name] = name == Id ? id : value?.DeepClone();
        }

        items[id] = item;
        return Copy(item);
    }

    private static JsonObject Copy(JsonObject item) => item.DeepClone().AsObject();
}
