using FsCheck.Xunit;
using IncidentOps.Core.Incidents.Severities;
using IncidentOps.Core.Procedures;
using IncidentOps.Core.Tests.Procedures;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Tests.Incidents.Severities;

/// <summary>What people report, against the severities of guides.</summary>
public sealed class SeverityMatcherTests
{
    private static readonly string[] Guides = ["built-in", "seed"];

    private static readonly (string Report, string? Severity)[] Reports =
    [
        ("Checkout is down", "P0"),
        ("Application down", "P0"),
        ("The website is unreachable for everyone", "P0"),
        ("Nothing works", "P0"),
        ("Database unreachable", "P0"),
        ("Postgres is not answering", "P0"),
        ("db is Unhealthy: connection refused", "P0"),
        ("api is Unhealthy: HTTP 503 Service Unavailable", "P0"),
        ("Customer records were lost", "P0"),
        ("Small data loss in the archive", "P0"),
        ("Database is corrupted", "P0"),
        ("We were hacked", "P0"),
        ("Credentials leaked on a public page", "P0"),
        ("Payments fail", "P0"),
        ("Video generation fails", "P1"),
        ("Nobody can sign in", "P1"),
        ("Users can't log in", "P1"),
        ("Login is broken", "P1"),
        ("Login fails with timeouts", "P1"),
        ("API returns 500 to most users", "P1"),
        ("Everything is very slow", "P1"),
        ("The export feature is unavailable", "P1"),
        ("Search is slow", "P2"),
        ("The API is sluggish", "P2"),
        ("Intermittent errors in search", "P2"),
        ("Some users see occasional errors", "P2"),
        ("Checkout down for some users", "P2"),
        ("Wiki is unavailable for a few people", "P2"),
        ("api is Degraded: 2 of 3 checks answer", "P2"),
        ("No data loss, but search is slow", "P2"),
        ("Typo on the landing page", "P3"),
        ("Button is misaligned", "P3"),
        ("UI display issues", "P3"),
        ("Cosmetic flaw in the footer", "P3"),
        ("Minor bug in report export", "P3"),
        ("Not a security breach: typo in the footer", "P3"),
        // Two troubles: the worse one counts.
        ("Slow API responses, and checkout is down", "P0"),
        ("Typo on the login page, and nobody can sign in", "P1"),
        // What no severity speaks of.
        ("Certificate expires soon", null),
        ("Lunch is cold", null),
        ("", null),
    ];

    public static TheoryData<string, string, string?> Table =>
        [.. Guides.SelectMany(guide => Reports.Select(row => new TheoryDataRow<string, string, string?>(guide, row.Report, row.Severity)))];

    public static TheoryData<string> AllGuides => [.. Guides];

    [Theory, MemberData(nameof(Table))]
    public void A_report_finds_its_severity(string guide, string report, string? severity) =>
        Assert.Equal(severity, new SeverityMatcher(Compile(guide)).Find(report)?.Level.Name);

    [Theory, MemberData(nameof(AllGuides))]
    public void Every_example_finds_its_own_severity_and_place(string guide)
    {
        Procedure procedure = Compile(guide);
        SeverityMatcher matcher = new(procedure);
        string[] text = File.ReadAllLines(procedure.Path!);
        foreach (SeverityLevel level in procedure.Severities)
        {
            foreach (string example in level.Examples)
            {
                SeverityMatch match = matcher.Find(example)!;
                Assert.Equal((level.Name, ClauseKind.Example, example), (match.Level.Name, match.Clause.Kind, match.Clause.Text));
                Assert.Contains(example, text[match.Clause.Line - 1], StringComparison.Ordinal);
            }

            Assert.Contains(level.Definition!, text[level.DefinitionLine - 1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_example_finds_its_own_severity_or_a_more_severe_one_in_any_guide()
    {
        foreach (string path in Directory.EnumerateFiles(SharedFiles.Require("corpus", "guides"), "*.md"))
        {
            Procedure procedure = ProcedureSource.Compile(path);
            SeverityMatcher matcher = new(procedure);
            foreach ((SeverityLevel level, string example) in procedure.Severities.SelectMany(level => level.Examples.Select(example => (level, example))))
            {
                int rank = matcher.Find(example)?.Level.Rank ?? 0;
                Assert.True(rank <= level.Rank, $"{Path.GetFileName(path)}: '{example}' of {level.Name} finds {procedure.Severities[rank].Name}");
            }
        }
    }

    [Fact]
    public void The_match_names_what_else_fits()
    {
        SeverityMatch match = new SeverityMatcher(ProcedureSource.BuiltIn.Load()).Find("Login fails with timeouts")!;
        Assert.Equal("Nobody can sign in", match.Clause.Text);
        Assert.Equal(["P2"], match.Also.Select(level => level.Name));
    }

    [Theory]
    [InlineData("データベースに接続できない", "S1")]
    [InlineData("検索が遅いので困る", "S2")]
    [InlineData("表示が崩れている", "S3")]
    [InlineData("昼食が冷たい", null)]
    public void A_guide_whose_script_parts_no_words_is_matched_by_its_own(string report, string? severity) => Assert.Equal(
        severity,
        Find(report, ("全面停止、データベースに接続できない", []), ("検索が遅い", []), ("軽微な問題", ["画面の表示が崩れている"])));

    [Theory]
    [InlineData("Der Onlineshop ist komplett ausgefallen", "S1")]
    [InlineData("Bestellungen dauern ungewöhnlich lange", "S2")]
    [InlineData("Rechtschreibfehler auf der Startseite", "S3")]
    [InlineData("El almuerzo está frío", null)]
    public void A_guide_in_another_language_is_matched_by_its_own_words(string report, string? severity) => Assert.Equal(
        severity,
        Find(report, ("Onlineshop komplett ausgefallen", []), ("Bestellungen dauern lange", []), ("Kleinigkeiten", ["Rechtschreibfehler", "falsche Farben"])));

    [Fact]
    public void Of_levels_that_fit_alike_the_most_severe_is_found() => Assert.Equal(
        "S1", Find("Search is unavailable", ("A service is unavailable", []), ("A feature is unavailable", []), ("A page is unavailable", [])));

    [Fact]
    public void Parts_that_do_not_say_what_is_wrong_stay_together() =>
        Assert.Null(Find("The search box has another colour", ("Login, payment or search unavailable", []), ("Slow", []), ("Late", [])));

    [Theory]
    [InlineData("nobody can pay", null)]
    [InlineData("The oven is down", null)]
    [InlineData("the rolls are not baked", "S2")]
    public void That_there_is_none_of_something_is_said_only_where_the_something_is(string report, string? severity) =>
        Assert.Equal(severity, Find(report, ("A hole that is open", []), ("not baked", []), ("no flour", [])));

    [Property(MaxTest = 300)]
    public void Any_text_has_one_answer_whatever_its_case(string? text)
    {
        SeverityMatcher matcher = new(ProcedureSource.BuiltIn.Load());
        string report = $"{text}, database unreachable";
        SeverityMatch found = matcher.Find(report)!;
        Assert.Equal("P0", found.Level.Name);
        Assert.Equal(found.Clause, matcher.Find(report)!.Clause);
        Assert.Equal(found.Level, matcher.Find(report.ToLowerInvariant())!.Level);
    }

    private static string? Find(string report, params ReadOnlySpan<(string Definition, string[] Examples)> levels)
    {
        List<SeverityLevel> severities = [];
        foreach ((string definition, string[] examples) in levels)
        {
            severities.Add(new SeverityLevel { Name = $"S{severities.Count + 1}", Rank = severities.Count, Definition = definition, Examples = examples });
        }

        return new SeverityMatcher(new Procedure { Title = "Guide", Severities = severities }).Find(report)?.Level.Name;
    }

    private static Procedure Compile(string guide) =>
        guide == "seed" ? ProcedureSource.Compile(SharedFiles.SeedGuide()) : ProcedureSource.BuiltIn.Load();
}
