using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

[assembly: IncidentOps.Tests.HangGuard]

namespace IncidentOps.Tests;

/// <summary>
/// Ends the whole run, with the test's name, when one hangs: a run that is merely out of time names nobody.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class HangGuardAttribute : BeforeAfterTestAttribute
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);
    private static readonly ConcurrentDictionary<string, Timer> Running = new(StringComparer.Ordinal);

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) =>
        Running[test.UniqueID] = new Timer(
            static name => Environment.FailFast($"A test has not ended within {Longest}: {name}"), test.TestDisplayName, Longest, Timeout.InfiniteTimeSpan);

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Running.TryRemove(test.UniqueID, out Timer? timer))
        {
            timer.Dispose();
        }
    }
}
