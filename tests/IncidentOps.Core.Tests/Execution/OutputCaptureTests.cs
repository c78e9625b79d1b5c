using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Tests.Execution;

public sealed class OutputCaptureTests
{
    [Fact]
    public void What_fits_is_kept_as_it_is()
    {
        OutputCapture capture = new(8, 8);
        capture.Append("abc\n");
        capture.Append("def\n");
        capture.Append("ghi\n");

        Assert.Equal("abc\ndef\nghi\n", capture.ToString());
        Assert.Equal(0, capture.LeftOut);
    }

    [Fact]
    public void What_does_not_fit_is_counted_in_bytes()
    {
        OutputCapture capture = new(4, 4);
        foreach (string line in new[] { "abc\n", "äöü\n", "def\n", "ghi\n" })
        {
            capture.Append(line);
        }

        Assert.Equal("abc\n[... 11 bytes left out ...]\nghi\n", capture.ToString());
    }
}
