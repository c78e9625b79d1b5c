using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Messages told by their parts or side by side, and templates of the report that are called otherwise.</summary>
public sealed class TemplatePartKindsTests
{
    private static string Templates(string guide) => string.Join("; ", Compile(guide).Templates.Select(one => $"{one.Name} [{string.Join(',', one.Placeholders)}]"));

    [Theory]
    [InlineData("### Bread is late\n\n**Title:** No [bread] yet\n**Message:** We look into the [oven], and tell you more in an hour.\n")]
    [InlineData("### Bread is late\n\n**Subject:** No [bread] yet\n\n**Message:** We look into the [oven], and tell you more in an hour.\n")]
    [InlineData("### Bread is late\n\n- **Title:** No [bread] yet\n- **Body:** We look into the [oven], and tell you more in an hour.\n")]
    [InlineData("### Bread is late\n\n**Title:** No [bread] yet\n**Text:** We look into the [oven],\nand tell you more in an hour.\n")]
    public void Title_and_message_are_one_that_the_heading_names(string template)
    {
        MessageTemplate compiled = Assert.Single(Compile("## Communication Templates\n\n" + template).Templates);
        Assert.Equal("Bread is late bread,oven", $"{compiled.Name} {string.Join(',', compiled.Placeholders)}");
        Assert.EndsWith("an hour.", compiled.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## What the sign says\n\n- Investigating: \"We look into the smell of [what].\"\n- Resolved: \"It smells of [bread] again, thank you.\"\n", "Investigating [what]; Resolved [bread]")]
    [InlineData("## Sign\n\n**Identified:** “We know where the smoke comes from.”\n**Monitoring:** “The oven is mended, and we watch it.”\n", "Identified []; Monitoring []")]
    [InlineData("## Status page wording\n\n| State | Wording |\n|-|-|\n| Investigating | \"We look into the smell of bread.\" |\n| Resolved | \"It smells of bread again.\" |\n", "Investigating []; Resolved []")]
    [InlineData("## Message templates\n\n| State | Message |\n|-|-|\n| Burning | \"The bread burns since [time], and we put it out.\" |\n| Out | \"The fire is out, and [bread] is baked again.\" |\n", "Burning [time]; Out [bread]")]
    public void What_is_said_in_each_state_is_a_message_wherever_it_stands(string guide, string expected) => Assert.Equal(expected, Templates(guide));

    [Theory]
    [InlineData("## Tone\n\n- Say: \"We look into the smell of [what].\"\n- Never say: \"The baker has burnt [what].\"\n")]
    [InlineData("## States\n\n- Investigating: nobody knows yet what burns\n- Resolved: the [bread] is good again\n")]
    public void Other_words_in_quotation_marks_are_none(string guide) => Assert.Equal(string.Empty, Templates(guide));

    [Fact]
    public void What_is_told_of_a_message_is_not_sent_with_it()
    {
        Procedure procedure = Compile("## Message templates\n\n### First word\n\n- **When:** within 10 minutes\n- **Channel:** #shop\n- **Message:** \"We look into [what] and come back at [time].\"\n\n## Status page\n\n- **Investigating:** \"We look into the smell of bread.\"\n- **Resolved:** \"It smells of bread again.\"\n");
        Assert.Equal("First word=We look into [what] and come back at [time].", $"{procedure.Templates[0].Name}={procedure.Templates[0].Body}");
        Assert.Empty(procedure.Tools);
    }

    private const string Report = "```markdown\n# Fire: [name]\n\n## What burnt\n[what]\n\n## Timeline\n- [when]\n\n## Root Cause\n[why]\n\n## Follow-up\n- [deed]\n```\n";

    [Fact]
    public void A_report_with_cause_and_follow_up_is_the_template_of_the_post_mortem()
    {
        Procedure procedure = Compile("## Appendix\n\n### Fire log template\n\n" + Report);
        Assert.StartsWith("# Fire", procedure.PostMortemTemplate, StringComparison.Ordinal);
        Assert.Empty(procedure.Templates);
    }

    [Fact]
    public void It_is_a_message_where_the_post_mortem_has_another() =>
        Assert.Single(Compile("## Post-mortem template\n\n```\nSummary:\nTimeline:\nCause:\n```\n\n## Fire log template\n\n" + Report).Templates);

    [Fact]
    public void Chapters_of_blanks_beside_the_heading_are_the_template()
    {
        Procedure procedure = Compile("## Fire Template\n\n## Summary\n\n[In a sentence, what has burnt.]\n\n## Impact\n\n[Who had no bread, and for how long.]\n\n## Root Cause\n\n[Why it burnt.]\n\n## Recovery\n\n[How it was put out.]\n\n## Action Items\n\n### Detect\n\n[How to smell it earlier.]\n\n### Contain\n\n[How to burn less.]\n\n## Next steps\n\n1. Buy paper\n2. Buy ink\n");
        Assert.Contains("[How to burn less.]", procedure.PostMortemTemplate, StringComparison.Ordinal);
        Assert.DoesNotContain("Buy", procedure.PostMortemTemplate, StringComparison.Ordinal);
        Assert.Empty(procedure.Phases);
    }

    [Theory]
    [InlineData("## Response Timeline\n\n### 0–1 Hour: Contain\n\n- [ ] lid\n- [ ] water\n\n### 1–24 Hours: Assess\n\n- [ ] look\n\n### Ongoing: Review\n\n- [ ] ask\n- [ ] write\n", "Contain; Assess; Review")]
    [InlineData("## Fire drill checklist\n\n1. Ring the bell.\n2. Leave the bakery.\n", "Fire drill checklist 2")]
    [InlineData("## Quick checklist\n\n1) Does it burn?\n- smoke\n- light\n\n2) Who is in there?\n- bakers\n", "Quick checklist 2")]
    [InlineData("## First checklist\n\nRun these:\n\n```bash\n# Is the oven on?\ncurl oven.test\n# Expected: 200\n\n# Is there flour?\nls /flour\n```\n", "First checklist 2")]
    public void Checklists_with_times_numbers_or_comments(string guide, string expected)
    {
        Procedure procedure = Compile(guide);
        Assert.Equal(expected, string.Join("; ", procedure.Checklists.Select(list => expected.EndsWith('2') ? $"{list.Name} {list.Tasks.Count}" : list.Name)));
    }
}
