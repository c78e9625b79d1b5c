using System.Diagnostics;
using System.Globalization;

namespace IncidentOps.Benchmarks;

/// <summary>Times of the same thing, done many times; or other figures of it.</summary>
internal sealed class Samples(string name, string unit = "ms")
{
    private readonly List<double> _milliseconds = [];

    internal string Name { get; } = name;

    internal string Unit { get; } = unit;

    internal double Median
    {
        get
        {
            var sorted = _milliseconds.Order().ToList();
            return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        }
    }

    internal void Add(double milliseconds) => _milliseconds.Add(milliseconds);

    internal void Measure(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    internal async Task MeasureAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Writes the medians, each with its ratio to the first.</summary>
    internal static void Report(string title, params IReadOnlyList<Samples> all)
    {
        Console.WriteLine(title);
        foreach (var samples in all)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {samples.Name,-44} {samples.Median,10:0.000} {samples.Unit}   ratio {samples.Median / all[0].Median:0.00}"));
        }
    }
}
