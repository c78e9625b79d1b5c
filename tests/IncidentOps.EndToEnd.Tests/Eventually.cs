using System.Diagnostics;

namespace IncidentOps.EndToEnd.Tests;

/// <summary>Waits for what other processes do, and fails with its name where it does not come.</summary>
internal static class Eventually
{
    // Far more than anything needs: it only keeps a failure from ending the other tests.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task HoldsAsync(string what, Func<bool> holds)
    {
        long since = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"Not within {Patience}: {what}");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
