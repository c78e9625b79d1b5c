namespace IncidentOps.PowerShell.Tests.Views;

/// <summary>How incidents and their timelines look.</summary>
[Collection("Views")]
public sealed class IncidentViewTests
{
    private const string Incidents =
        """
        $at = [DateTimeOffset]'2020-02-03T04:05:06Z'
        [IncidentOps.Incidents.Incident]@{
            Id = 'INC-42'; Number = 42; Title = 'Checkout is down for everybody in Europe since the release'; Severity = 'P0'
            Status = 'Detected'; IsActive = $true; Services = [string[]]('checkout', 'payments')
            DetectedAt = $at; AcknowledgeBy = $at.AddMinutes(5); AsOf = $at.AddSeconds(70); Duration = '00:01:10' }
        [IncidentOps.Incidents.Incident]@{
            Id = 'INC-41'; Number = 41; Title = 'Search is slow'; Severity = 'P1'; Status = 'Detected'; IsActive = $true
            Services = [string[]]'search'; DetectedAt = $at; AcknowledgeBy = $at.AddMinutes(15); AsOf = $at.AddMinutes(27); Duration = '00:27:00' }
        [IncidentOps.Incidents.Incident]@{
            Id = 'INC-7'; Number = 7; Title = 'Primary database gone'; Severity = 'P1'; Status = 'Resolved'; IsDrill = $true
            Services = [string[]]'db'; Commander = 'Ada'; DetectedAt = $at; AcknowledgedAt = $at.AddMinutes(2); ResolvedAt = $at.AddHours(51)
            AcknowledgeBy = $at.AddMinutes(15); AsOf = $at.AddHours(60); Duration = '2.03:00:00'; RootCause = "Disk full.`nNo alert."
            NextSteps = [string[]]('Alert at 80 %', 'Bigger disk') }

        """;

    [Fact]
    public void Table_shows_the_clock_until_somebody_acknowledges()
    {
        using var session = new ViewSession();
        Assert.Equal(
            """
            Id       Sev   Status        Duration Services   Commander  Title
            --       ---   ------        -------- --------   ---------  -----
            INC-42   P0    Detected        1m 10s checkout … ack in 3m  Checkout is down f…
            INC-41   P1    Detected           27m search     late 12m   Search is slow
            INC-7    P1    Resolved         2d 3h db         Ada        [drill] Primary da…
            """,
            session.Show(Incidents));
    }

    [Fact]
    public void Wide_screen_is_used_for_the_title()
    {
        using var session = new ViewSession(160);
        Assert.Contains("Checkout is down for everybody in Europe since the release", session.Show(Incidents), StringComparison.Ordinal);
    }

    [Fact]
    public void List_leaves_out_what_is_empty_and_tells_how_long_each_status_took()
    {
        using var session = new ViewSession(lists: true);
        var year = SampleObjects.Moment.ToLocalTime();
        string Local(int hours, int minutes) => year.AddHours(hours).AddMinutes(minutes).ToString("MMM d yyyy HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            $"""
            Id             : INC-7
            Title          : Primary database gone
            Severity       : P1
            Status         : Resolved
            Duration       : 2d 3h
            Services       : db
            Commander      : Ada
            DetectedAt     : {Local(0, 0)}
            AcknowledgedAt : {Local(0, 2)}, after 2m
            ResolvedAt     : {Local(51, 0)}, after 2d 3h
            RootCause      : Disk full.
                             No alert.
            NextSteps      : Alert at 80 %
                             Bigger disk
            IsDrill        : yes
            """,
            session.Show($"& {{ {Incidents} }} | Where-Object Id -eq 'INC-7'"));
    }

    [Fact]
    public void Timeline_wraps_and_says_where_there_is_more()
    {
        using var session = new ViewSession();
        var shown = session.Show(
            """
            $at = [DateTimeOffset]::new([DateTime]::Today.AddHours(14).AddMinutes(5))
            [IncidentOps.Incidents.TimelineEntry]@{
                Incident = 'INC-7'; Sequence = 1; At = $at; RecordedAt = $at; Actor = 'ada'; Type = 'EvidenceAdded'; Data = '{}'
                Text = 'Evidence: the last lines of the log of the checkout service on host web-1'; Detail = "one`ntwo`nthree`n" }
            [IncidentOps.Incidents.TimelineEntry]@{
                Incident = 'INC-7'; Sequence = 2; At = $at; RecordedAt = $at.AddMinutes(30); Actor = 'grace'; Type = 'NoteAdded'; Data = '{}'
                Text = 'Rolled back' }
            """);
        Assert.StartsWith("   Incident: INC-7\n", shown, StringComparison.Ordinal);
        Assert.EndsWith("14:05        grace      Rolled back (added 14:35)", shown, StringComparison.Ordinal);
        Assert.Contains("14:05adaEvidence:thelastlinesofthelogofthecheckoutserviceonhostweb-1[+3]", WithoutSpaces(shown), StringComparison.Ordinal);
        Assert.All(shown.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Severity_has_the_colour_of_its_rank_and_keeps_its_word()
    {
        using var session = new ViewSession();
        var shown = session.ShowColours(Incidents);
        Assert.Contains("\u001b[31mP0\u001b[0m", shown, StringComparison.Ordinal);
        Assert.Contains("\u001b[33mP1\u001b[0m", shown, StringComparison.Ordinal);
        Assert.Contains("\u001b[32mResolved\u001b[0m", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Severities_of_a_guide_of_our_own_are_coloured_by_its_order()
    {
        using var session = new ViewSession(configuration: "guide: guide.md\n");
        session.Invoke(
            """
            [System.IO.File]::WriteAllText("$PWD/guide.md", "# Incidents`n`n## Severity levels`n`n### SEV1 - Huge`n`nAll is lost.`n`n### SEV2 - Big`n`nMuch is lost.`n")
            $null = New-Incident 'Search is gone' -Severity SEV2 -Service search
            $null = New-Incident 'All is gone' -Severity SEV1 -Service api
            """).Succeeded();
        var incidents = session.Invoke("Get-Incident").Succeeded().Output;

        // Another session of the same process, with another guide, must not take its colours away.
        using var other = new ViewSession();
        var shown = session.ShowColours("$incidents", ("incidents", incidents));
        Assert.Contains("\u001b[31mSEV1\u001b[0m", shown, StringComparison.Ordinal);
        Assert.Contains("\u001b[33mSEV2\u001b[0m", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_of_a_megabyte_is_cut_and_says_so()
    {
        using var session = new ViewSession(lists: true);
        var shown = session.Show("[IncidentOps.Incidents.Incident]@{ Id = 'INC-1'; Title = '🔥' * 500000 }");
        Assert.Contains("…980,000charactersleftout", WithoutSpaces(shown), StringComparison.Ordinal);
        Assert.True(shown.Length < 40_000);
    }

    /// <summary>Where a line breaks is the engine's choice, by language.</summary>
    private static string WithoutSpaces(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
