using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>What guides say in plain words, one notation after the other: levels, phases, cases, paths, messages, contacts.</summary>
public sealed class PlainKindsTests
{
    private const string Levels = "## Severity levels\n\n| Level | Definition |\n|-|-|\n| P0 | all ovens out |\n| P1 | one oven out |\n\n";

    private static string Severities(string chapters) =>
        string.Join('|', Compile(chapters).Severities.Select(level => $"{level.Name}/{level.Label}/{level.ResponseTime?.TotalMinutes}/{level.Definition?.TrimEnd('.')}"));

    [Theory]
    [InlineData("### P1 - Critical\n\nAll ovens are out. Respond in 15 minutes.\n\n### P2 - High\n\nOne oven is out. Respond within 1 hour.\n", "P1/Critical/15/All ovens are out|P2/High/60/One oven is out")]
    [InlineData("- SEV1: all ovens out. We respond within 15 minutes, around the clock.\n- SEV2: ugly loaves. Next business day.\n", "SEV1//15/all ovens out|SEV2//1440/ugly loaves")]
    [InlineData("We use two:\n\n**Critical**: all ovens out. Respond: 15 min. Update: every 30 min.\n**Minor**: ugly loaves. Respond: 1 day.\n", "Critical//15/all ovens out|Minor//1440/ugly loaves")]
    [InlineData("Severity 1 means that all ovens are out. Somebody answers within 15 minutes.\n\nSeverity 2 is everything else. It waits until the next business day.\n", "Severity 1//15/all ovens are out|Severity 2//1440/everything else")]
    [InlineData("P0 (drop everything) - all ovens out\nP1 (today) - one oven out\n", "P0/drop everything//all ovens out|P1/today//one oven out")]
    [InlineData("#### SEV-1\n\nWhat: all ovens out\nWhen: within 15 minutes\nWho: everybody\n\n#### SEV-2\n\nWhat: one oven out\nWhen: within 1 hour\nWho: one baker\n", "SEV-1//15/all ovens out|SEV-2//60/one oven out")]
    [InlineData("```\nSEV1  Critical   all ovens out      15 min\nSEV2  Major      one oven out       1 hour\n```\n", "SEV1/Critical/15/all ovens out|SEV2/Major/60/one oven out")]
    [InlineData("| Sev | Def | Ack SLA |\n|-|-|-|\n| 🔴 1 | all ovens out | 5 min |\n| 🟠 2 | one oven out | 15 min |\n", "Sev 1//5/all ovens out|Sev 2//15/one oven out")]
    [InlineData("| Priority | Impact | Urgency | Target response |\n|-|-|-|-|\n| 1 - Critical | High | High | 15 min |\n| 2 - Low | Low | Low | 8 h |\n", "Critical//15/|Low//480/")]
    [InlineData("<dl>\n<dt>SEV1</dt><dd>All ovens out; respond in 15 minutes</dd>\n<dt>SEV2</dt><dd>One oven out; respond in 1 hour</dd>\n</dl>\n", "SEV1//15/All ovens out|SEV2//60/One oven out")]
    [InlineData("<ul>\n  <li><strong>SEV1</strong>: all ovens out (15 min)</li>\n  <li><strong>SEV2</strong>: one oven out (1 hour)</li>\n</ul>\n", "SEV1//15/all ovens out|SEV2//60/one oven out")]
    [InlineData("### Level One\n\nAll ovens are out. Respond in 15 minutes.\n\n### Level Two\n\nOne is out. Respond in 1 hour.\n", "Level One//15/All ovens are out|Level Two//60/One is out")]
    public void Levels_are_told_in_plain_words(string chapter, string expected) =>
        Assert.Equal(expected, Severities("## Severity levels\n\n" + chapter));

    [Fact]
    public void Lists_in_a_table_of_HTML_stay_where_they_are() =>
        Assert.Equal([2, 1], Compile("## Severity levels\n\n<table>\n<tr><th>Level</th><th>Examples</th></tr>\n<tr><td>SEV1</td><td>\n<ul>\n<li>all ovens out</li>\n<li>no flour</li>\n</ul>\n</td></tr>\n<tr><td>SEV2</td><td>\n<ul>\n<li>one oven out</li>\n</ul>\n</td></tr>\n</table>\n").Severities.Select(level => level.Examples.Count));

    [Theory]
    [InlineData(1, "</ul></li>\n")]
    [InlineData(1, "</ul>\n</li>\n")]
    [InlineData(8, "</ul></li>\n")]
    [InlineData(8, "</ul>\n</li>\n")]
    public void A_list_of_HTML_goes_on_behind_those_that_stand_in_it(int depth, string end)
    {
        string deep = string.Concat(Enumerable.Repeat("<ul>\n<li>deeper\n", depth)) + string.Concat(Enumerable.Repeat(end, depth));
        Assert.Equal(["SEV1", "SEV2"], Compile($"## Severity levels\n\n<ul>\n<li><strong>SEV1</strong>: all ovens out\n{deep}<li><strong>SEV2</strong>: one oven out</li>\n</ul>\n").Severities.Select(level => level.Name));
    }

    [Fact]
    public void A_tag_that_goes_on_with_a_title_begins_no_list() =>
        Assert.Contains(Compile("First words\n        <ul>\n---\n\nText.\n").Sections, section => section.Title.StartsWith("First words", StringComparison.Ordinal));

    [Theory]
    [InlineData("## Phase One: Detection\n\n- Look\n\n## Phase Two: Response\n\n- Mend\n\n## Phase Three: Review\n\n- Write\n", "Detection|Response|Review")]
    [InlineData("## What happens in an incident\n\n### Detecting\n\n- Look\n\n### Responding\n\n- Mend\n\n### Learning\n\n- Write\n", "Detecting|Responding|Learning")]
    [InlineData("## Response process\n\n- Detect: look at the bell\n- Triage: how bad\n- Mitigate: light it\n- Resolve: bake\n- Review: write\n", "Detect|Triage|Mitigate|Resolve|Review")]
    [InlineData("## How we respond\n\n**Detect.** The bell rings.\n\n**Contain.** Shut it.\n\n**Recover.** Bake.\n\n**Learn.** Write.\n", "Detect|Contain|Recover|Learn")]
    [InlineData("## The incident process\n\n### Step 1\n\n**Detect the incident**\n\n- look\n\n### Step 2\n\n**Contain it**\n\n- shut\n\n### Step 3\n\n**Learn from it**\n\n- write\n", "Detect the incident|Contain it|Learn from it")]
    public void Phases_are_told_in_plain_words(string chapters, string expected) =>
        Assert.Equal(expected, string.Join('|', Compile(Levels + chapters).Phases.Select(phase => phase.Name)));

    [Theory]
    [InlineData("## Runbooks\n\n**Mixer is down**\n\n- Restart the mixer\n- Check the dough for errors\n\n**Sack is full**\n\n- Delete old sacks\n- Check the cellar\n", "Mixer is down/2|Sack is full/2")]
    [InlineData("## Scenario One: Oven out\n\n1. Look\n2. Mend\n\n## Scenario Two: Door torn\n\n1. Look\n2. Hang\n3. Lock\n", "Oven out/2|Door torn/3")]
    [InlineData("## What can go wrong\n\n### The oven is down\n\nLight it again. Tell the lead.\n\n### The sack is lost\n\nTake the second. Call the mill.\n", "The oven is down/2|The sack is lost/2")]
    [InlineData("## Data breach response\n\n1. Isolate\n2. Notify\n\n## Ransomware response\n\n1. Unplug\n2. Restore\n\n## Denial of service response\n\n1. Block\n2. Scale\n", "Data breach response/2|Ransomware response/2|Denial of service response/2")]
    [InlineData("## Known failure modes\n\n### FM-1: Oven down\n\n- **Signs**: cold\n- **First action**: light it\n- **If that fails**: call the mill\n\n### FM-2: Sack lost\n\n- **Signs**: hungry\n- **First action**: take the second\n- **If that fails**: call the mill\n", "Oven down/2|Sack lost/2")]
    public void Cases_are_told_in_plain_words(string chapters, string expected) =>
        Assert.Equal(expected, string.Join('|', Compile(Levels + chapters).Scenarios.Select(scenario => $"{scenario.Name}/{scenario.Steps.Count}")));

    [Theory]
    [InlineData("### Level 1: Duty engineer\n\n- Acknowledges\n\n### Level 2: Head engineer\n\n- After 15 minutes\n\n### Level 3: CTO\n\n- After 1 hour\n", "Duty engineer/|Head engineer/15|CTO/60")]
    [InlineData("**Tier 1 – Duty engineer**: first look, 0-15 minutes.\n\n**Tier 2 – Head engineer**: 15-60 minutes.\n\n**Tier 3 – CTO**: after 60 minutes.\n", "Duty engineer/0|Head engineer/15|CTO/60")]
    [InlineData("T+0: duty engineer is paged\nT+15: head engineer is paged\nT+60: CTO is called\n", "duty engineer/|head engineer/|CTO/")]
    [InlineData("Duty engineer, then head engineer, then CTO.\n", "Duty engineer/|head engineer/|CTO/")]
    [InlineData("* First: the duty engineer\n* Second (after 15 minutes): the head engineer\n* Third (after an hour): the CTO\n", "duty engineer/|head engineer/15|CTO/60")]
    public void Paths_are_told_in_plain_words(string chapter, string expected) =>
        Assert.Equal(expected, string.Join('|', Compile(Levels + "## Escalation\n\n" + chapter).EscalationLevels.Select(level => $"{level.Name}/{level.After?.TotalMinutes}")));

    [Theory]
    [InlineData("## Messages\n\n**First message**\n\n> We are looking into {oven}. More at {time}.\n\n**All clear**\n\n> {oven} burns again.\n", "First message|All clear")]
    [InlineData("## Communication templates\n\n### Initial notice\n\n    We are investigating an issue with [oven].\n\n### Resolved\n\n    The issue with [oven] is resolved.\n", "Initial notice|Resolved")]
    [InlineData("## Templates\n\nInitial: \"We are investigating an issue with [oven].\"\n\nUpdate: \"We have found the cause: [cause].\"\n", "Initial|Update")]
    public void Messages_are_quoted_in_many_ways(string chapters, string expected) =>
        Assert.Equal(expected, string.Join('|', Compile(Levels + chapters).Templates.Select(template => template.Name)));

    [Theory]
    [InlineData("## Who to call\n\n1. Ann (duty engineer) - +1 555 010101\n2. Ben (CTO) - +1 555 010202\n", "Ann (duty engineer)=+1 555 010101|Ben (CTO)=+1 555 010202")]
    [InlineData("## Contacts\n\n**Ann Rye** — duty engineer\n+1 555 010101\nann@mill.test\n\n**Ben Oak** — CTO\n+1 555 010202\n", "Ann Rye=+1 555 010101, ann@mill.test|Ben Oak=+1 555 010202")]
    [InlineData("## Important numbers\n\nDuty engineer: +1 555 010101\nPolice: 112\n", "Duty engineer=+1 555 010101|Police=112")]
    [InlineData("## Contacts\n\n### Duty engineer\n\nAnn Rye, +1 555 010101\n\n### CTO\n\nBen Oak, ben@mill.test\n", "Duty engineer=Ann Rye, +1 555 010101|CTO=Ben Oak, ben@mill.test")]
    public void Contacts_are_written_in_many_ways(string chapters, string expected) =>
        Assert.Equal(expected, string.Join('|', Compile(Levels + chapters).Contacts.Select(contact => $"{contact.Name}={contact.Value}")));
}
