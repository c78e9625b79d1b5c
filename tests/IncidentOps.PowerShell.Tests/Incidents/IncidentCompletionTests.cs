namespace IncidentOps.PowerShell.Tests.Incidents;

/// <summary>What completes to incidents and to the names that they bear.</summary>
public sealed class IncidentCompletionTests : IDisposable
{
    private readonly ModuleRunspace _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Ids_come_open_ones_first_with_their_title_beside()
    {
        _session.Invoke(
            """
            $ConfirmPreference = 'None'
            1..12 | ForEach-Object { $null = New-Incident "Incident $_" -Severity P2 }
            Close-Incident 11 -Force -Reason done
            """).Succeeded();
        var all = _session.Complete("Confirm-Incident ");
        Assert.Equal(
            ["INC-12", "INC-10", "INC-9", "INC-8", "INC-7", "INC-6", "INC-5", "INC-4", "INC-3", "INC-2", "INC-1", "INC-11"],
            all.Select(result => result.CompletionText));
        Assert.Equal("P2 Detected: Incident 12", all[0].ToolTip);
        Assert.Equal("P2 Closed: Incident 11", all[^1].ToolTip);
        Assert.Equal(["INC-12", "INC-10", "INC-1", "INC-11"], Texts("Confirm-Incident inc-1"));
        Assert.Equal(["INC-12", "INC-10", "INC-1", "INC-11"], Texts("Confirm-Incident 1"));
        Assert.Equal(["INC-4"], Texts("Confirm-Incident 4"));
        Assert.Equal(["INC-4"], Texts("Get-Incident -Id 4"));
        Assert.Equal(["'INC-4'"], Texts("Get-Incident -Id 'INC-4"));
        Assert.Equal(["\"INC-4\""], Texts("Get-Incident -Id \"INC-4"));
        Assert.Empty(Texts("Confirm-Incident 99"));
        Assert.Empty(Texts("Confirm-Incident INC-0"));
    }

    [Fact]
    public void Old_incidents_are_found_by_their_number()
    {
        _session.Invoke("1..60 | ForEach-Object { $null = New-Incident \"Incident $_\" -Severity P2 }").Succeeded();
        Assert.Equal("INC-3", Texts("Confirm-Incident INC-3")[^1]);
        Assert.Equal("INC-3", Texts("Confirm-Incident 3")[^1]);
    }

    [Theory]
    [InlineData("check out", "'check out'", "\"check out\"")]
    [InlineData("it's", "'it''s'", "\"it's\"")]
    [InlineData("quo\"te", "'quo\"te'", "\"quo`\"te\"")]
    [InlineData("$money", "'$money'", "\"`$money\"")]
    [InlineData("$(rm -rf ~)", "'$(rm -rf ~)'", "\"`$(rm -rf ~)\"")]
    [InlineData("back`tick", "'back`tick'", "\"back``tick\"")]
    [InlineData("semi;colon", "'semi;colon'", "\"semi;colon\"")]
    [InlineData("pipe|&>", "'pipe|&>'", "\"pipe|&>\"")]
    [InlineData("#hash", "'#hash'", "\"#hash\"")]
    [InlineData("@splat", "'@splat'", "\"@splat\"")]
    [InlineData("-dash", "'-dash'", "\"-dash\"")]
    [InlineData("a,b", "'a,b'", "\"a,b\"")]
    [InlineData("{x}", "'{x}'", "\"{x}\"")]
    [InlineData("curly ‘single’", "'curly ‘‘single’’'", "\"curly ‘single’\"")]
    [InlineData("curly “double”", "'curly “double”'", "\"curly `“double`”\"")]
    [InlineData("P0", "P0", "\"P0\"")]
    [InlineData("a\u001B[31m\u202Eb\n", "\"a`u{1b}[31m`u{202e}b`u{a}\"", "\"a`u{1b}[31m`u{202e}b`u{a}\"")]
    [InlineData("plain-name_1.2", "plain-name_1.2", "\"plain-name_1.2\"")]
    public void Names_are_quoted_so_that_they_mean_themselves(string name, string bare, string doubled)
    {
        _session.Invoke("New-Incident 'One' -Severity P1 -Service $name -Component $name -Commander $name", ("name", name)).Succeeded();
        Assert.Contains(bare, Texts("Get-Incident -Service "));
        Assert.Contains(bare, Texts("New-Incident -Title t -Component "));
        Assert.Contains(bare, Texts("Confirm-Incident 1 -Responder "));
        Assert.Contains(doubled, Texts("Get-Incident -Service \""));

        // What the shell makes of it is the name again.
        foreach (string text in (string[])[bare, doubled])
        {
            Assert.Equal(name, _session.Invoke($"(& {{ param($Name) $Name }} {text})").Single<string>());
        }
    }

    [Fact]
    public void Control_characters_are_shown_and_never_sent()
    {
        _session.Invoke("New-Incident \"a`e[31mb\" -Severity P1 -Service \"x`e[0m\"").Succeeded();
        Assert.Equal("P1 Detected: a␛[31mb", Assert.Single(_session.Complete("Confirm-Incident ")).ToolTip);
        Assert.Equal("x␛[0m", Assert.Single(_session.Complete("Get-Incident -Service x")).ListItemText);
    }

    [Fact]
    public void Roles_severities_and_statuses_come_in_their_order()
    {
        Assert.Equal(["P0", "P1", "P2", "P3"], Texts("New-Incident -Title t -Severity "));
        Assert.Equal(["Commander", "Communications"], Texts("Set-IncidentRole Comm"));
        Assert.Equal(["Detected", "Dismissed"], Texts("Get-Incident -Status D").Order(StringComparer.Ordinal));
        _session.Invoke("New-Incident 'One' -Severity P1; Set-IncidentRole 'Customer contact' kim").Succeeded();
        Assert.Contains("'Customer contact'", Texts("Set-IncidentRole "));
        Assert.Contains("kim", Texts("Set-IncidentRole Scribe k"));
    }

    [Fact]
    public void A_store_that_cannot_be_read_or_is_held_gives_nothing_and_no_error()
    {
        File.WriteAllText(_session.StorePath, "This is no database. " + new string('x', 2000));
        Assert.DoesNotContain(Texts("Confirm-Incident INC"), text => text.StartsWith("INC", StringComparison.Ordinal));
        File.Delete(_session.StorePath);

        _session.Invoke("New-Incident 'One' -Severity P1").Succeeded();
        using var holder = ModuleStore.Connect(_session.StorePath);
        ModuleStore.Execute(holder, "BEGIN EXCLUSIVE");
        Assert.Equal(["INC-1"], Texts("Confirm-Incident "));
    }

    private string[] Texts(string line) => [.. _session.Complete(line).Select(result => result.CompletionText)];
}
