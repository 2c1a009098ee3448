using System.Globalization;
using System.Text;

namespace NcloudServer.Benchmarks;

/// <summary>What a run with so many numbers took, and the least that any client would take on that network.</summary>
internal sealed record GrowthPoint(int Numbers, int Requests, int LeastRequests, double Seconds, double LeastSeconds, double Megabytes);

/// <summary>Draws how requests, time and memory grow with the numbers.</summary>
internal static class GrowthPlot
{
    private const int Width = 990;
    private const int Height = 356;
    private const int PanelWidth = 322;
    private const int PlotWidth = 252;
    private const int PlotHeight = 200;
    private const int Left = 58;
    private const int Top = 76;

    private const string Ink = "#1f2328";
    private const string Grey = "#59636e";
    private const string Measured = "#0969da";
    private const string Limit = "#e8a33d";

    /// <returns>The text of an SVG file.</returns>
    public static string Draw(IReadOnlyList<GrowthPoint> points)
    {
        GrowthPoint[] ordered = [.. points.OrderBy(point => point.Numbers)];
        double[] numbers = [.. ordered.Select(point => (double)point.Numbers)];
        var x = Axis.Logarithmic([1, 100_000, .. numbers]);

        Series requests = new("#,0", [.. ordered.Select(point => (double)point.Requests)]);
        Series leastRequests = new("#,0", [.. ordered.Select(point => (double)point.LeastRequests)]);
        Series seconds = new("#,0.##", [.. ordered.Select(point => point.Seconds)]);
        Series leastSeconds = new("#,0.##", [.. ordered.Select(point => point.LeastSeconds)]);
        Series megabytes = new("#,0.#", [.. ordered.Select(point => point.Megabytes)]);

        var svg = new StringBuilder();
        Append(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" """);
        const string Fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
        Append(svg, $"""role="img" font-family="{Fonts}" font-size="11" fill="{Grey}">""");
        Append(svg, $"\n<title>Requests, seconds and memory over the numbers given</title>\n");
        Append(svg, $"""<rect x="0.5" y="0.5" width="{Width - 1}" height="{Height - 1}" rx="10" fill="#ffffff" stroke="#d1d9e0"/>{'\n'}""");
        DrawPanel(
            svg, 0, "Requests", "requests", new Plane(x, Axis.Logarithmic([1, 10, .. requests.Values, .. leastRequests.Values])), numbers,
            requests, leastRequests);
        DrawPanel(
            svg, 1, "Time", "seconds", new Plane(x, Axis.Logarithmic([.. seconds.Values, .. leastSeconds.Values])), numbers, seconds,
            leastSeconds);
        DrawPanel(
            svg, 2, "Memory", "peak working set above the first call, MB", new Plane(x, Axis.Linear(megabytes.Values)), numbers, megabytes,
            limit: null);
        DrawLegend(svg);
        Append(svg, $"</svg>\n");
        return svg.ToString();
    }

    private static void DrawPanel(
        StringBuilder svg, int position, string title, string unit, Plane plane, double[] numbers, Series measured, Series? limit)
    {
        Append(svg, $"""<g transform="translate({(position * PanelWidth) + Left} {Top})">{'\n'}""");
        Append(
            svg,
            $"""<text x="0" y="-44" font-size="15" font-weight="600" fill="{Ink}">{title}</text><text x="0" y="-25">{unit}</text>{'\n'}""");
        foreach (double tick in plane.Y.Ticks)
        {
            double y = plane.Down(tick);
            Append(svg, $"""<path d="M0 {y:0.#}H{PlotWidth}" stroke="#e6eaef"/>""");
            Append(svg, $"""<text x="-8" y="{y + 4:0.#}" text-anchor="end">{tick:#,0.######}</text>{'\n'}""");
        }

        foreach (double tick in plane.X.Ticks)
        {
            double x = plane.Across(tick);
            Append(svg, $"""<path d="M{x:0.#} {PlotHeight}v5" stroke="{Grey}"/>""");
            Append(svg, $"""<text x="{x:0.#}" y="{PlotHeight + 18}" font-size="10" text-anchor="middle">{tick:#,0}</text>{'\n'}""");
        }

        Append(svg, $"""<path d="M0 {PlotHeight}H{PlotWidth}" stroke="{Grey}"/>{'\n'}""");
        Append(svg, $"""<text x="{PlotWidth / 2}" y="{PlotHeight + 37}" text-anchor="middle">numbers given</text>{'\n'}""");
        if (limit is not null)
        {
            DrawLine(svg, plane.Place(numbers, limit.Values), LimitStroke);
        }

        DrawMeasured(svg, plane.Place(numbers, measured.Values), measured);
        Append(svg, $"</g>\n");
    }

    // Wider than the measured line, so that it shows where the two are the same.
    private static string LimitStroke => $"stroke=\"{Limit}\" stroke-width=\"5\" stroke-dasharray=\"7 5\"";

    private static string MeasuredStroke => $"stroke=\"{Measured}\" stroke-width=\"1.8\"";

    private static void DrawLine(StringBuilder svg, (double X, double Y)[] places, string stroke)
    {
        string path = string.Join(" ", places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.X:0.#},{place.Y:0.#}")));
        Append(svg, $"""<polyline points="{path}" fill="none" stroke-linejoin="round" {stroke}/>{'\n'}""");
    }

    private static void DrawMeasured(StringBuilder svg, (double X, double Y)[] places, Series measured)
    {
        DrawLine(svg, places, MeasuredStroke);
        foreach ((double x, double y) in places)
        {
            Append(svg, $"""<circle cx="{x:0.#}" cy="{y:0.#}" r="3.2" fill="{Measured}"/>""");
        }

        if (places.Length > 0)
        {
            (double x, double y) = places[^1];
            string last = measured.Values[^1].ToString(measured.Format, CultureInfo.InvariantCulture);
            Append(svg, $"""<text x="{x:0.#}" y="{y - 8:0.#}" text-anchor="end" font-weight="600" fill="{Measured}" """);
            Append(svg, $"""stroke="#ffffff" stroke-width="3" paint-order="stroke">{last}</text>{'\n'}""");
        }
    }

    private static void DrawLegend(StringBuilder svg)
    {
        const int Y = Height - 18;
        Append(svg, $"""<path d="M{Left} {Y}h28" {MeasuredStroke}/><circle cx="{Left + 14}" cy="{Y}" r="3.2" fill="{Measured}"/>""");
        Append(svg, $"""<text x="{Left + 36}" y="{Y + 4}">measured</text>{'\n'}""");
        Append(svg, $"""<path d="M{Left + 118} {Y}h31" {LimitStroke}/>""");
        Append(svg, $"""<text x="{Left + 157}" y="{Y + 4}">limit: what the network alone needs</text>{'\n'}""");
    }

    private static void Append(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Series(string Format, double[] Values);

    /// <summary>A panel's two axes: from values to places.</summary>
    private sealed record Plane(Axis X, Axis Y)
    {
        public double Across(double value) => X.Share(value) * PlotWidth;

        public double Down(double value) => (1 - Y.Share(value)) * PlotHeight;

        public (double X, double Y)[] Place(double[] across, double[] down) => [.. across.Zip(down, (x, y) => (Across(x), Down(y)))];
    }

    /// <summary>From a value to its share of the axis, 0 to 1. The axis ends at its outer ticks.</summary>
    private sealed record Axis(double[] Ticks, Func<double, double> Scale)
    {
        public double Share(double value) =>
            Math.Clamp((Scale(value) - Scale(Ticks[0])) / (Scale(Ticks[^1]) - Scale(Ticks[0])), 0, 1);

        /// <summary>An axis with a tick a decade. What is not above 0 has no place on it and is put at its beginning.</summary>
        public static Axis Logarithmic(IEnumerable<double> values)
        {
            double[] positive = [.. values.Where(value => value > 0).DefaultIfEmpty(1)];
            int first = (int)Math.Floor(Math.Log10(positive.Min()));
            int last = Math.Max((int)Math.Ceiling(Math.Log10(positive.Max())), first + 1);
            return new Axis([.. Enumerable.Range(first, last - first + 1).Select(power => Math.Pow(10, power))], Math.Log10);
        }

        /// <summary>An axis from 0, with four to six round ticks.</summary>
        public static Axis Linear(IEnumerable<double> values)
        {
            double most = Math.Max(values.DefaultIfEmpty(1).Max(), 1);
            double decade = Math.Pow(10, Math.Floor(Math.Log10(most / 4)));
            double step = new[] { 1, 2, 5, 10 }.Select(factor => factor * decade).First(candidate => candidate * 5 >= most);
            int steps = (int)Math.Ceiling(most / step);
            return new Axis([.. Enumerable.Range(0, steps + 1).Select(i => i * step)], value => value);
        }
    }
}
