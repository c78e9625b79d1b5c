using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>The ways in which guides write down the messages that are to be sent.</summary>
public sealed class MessageKindsTests
{
    private const string Letter = "Subject: Burnt bread\n\nDear [Customer],\n\nthe bread is burnt since [time].\n\nWhat we do:\n- [deed]\n\nYours,\n[baker]";

    [Theory]
    [InlineData("## Communication Templates\n\n### Customer letter\n\n" + Letter + "\n\n### Status page\n\n```\n[x] is gone\n```\n")]
    [InlineData("## Telling customers\n\nEmail template to be sent:\n\n" + Letter + "\n\n---\n\n## Else\n\ntext [a] and [b]\n")]
    [InlineData("## Annex: template of the customer letter\n\n---\n\n**NOTICE OF BURNT BREAD**\n\n" + Letter + "\n\n**Reach us:** [phone]\n\n---\n\n## Else\n\ntext\n")]
    public void A_letter_may_stand_as_it_is(string guide)
    {
        MessageTemplate template = Compile(guide).Templates[0];
        Assert.Equal(["Customer", "time", "deed", "baker"], template.Placeholders.Take(4));
        Assert.Contains("What we do:\n- [deed]", template.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("text", template.Body, StringComparison.Ordinal);
        Assert.Contains(template.Name, (string[])["Customer letter", "Telling customers", "Annex: template of the customer letter"]);
    }

    [Fact]
    public void A_form_among_the_templates_may_stand_as_it_is() =>
        Assert.Equal(["what", "when"], Compile("## Templates\n\n### Status page\n\nTitle: Burnt bread\nSince: [when]\n\nWe look into [what] and are sorry for it.\n").Templates.Single().Placeholders.Order(StringComparer.Ordinal));

    [Fact]
    public void A_letter_may_be_quoted_below_any_heading()
    {
        MessageTemplate template = Compile("## Bericht an alle\n\n> **Onderwerp**: Brood\n>\n> Geachte [naam],\n>\n> het brood is verbrand:\n>\n> - [wat]\n").Templates.Single();
        Assert.Equal("Bericht an alle", template.Name);
        Assert.Equal("**Onderwerp**: Brood\n\nGeachte [naam],\n\nhet brood is verbrand:\n\n- [wat]", template.Body);
    }

    [Theory]
    [InlineData("## Log template\n\nAfter it, write down:\n\n- **What:** how it burnt\n- **When:** with its time\n\nSave it as `bread/<date>-<name>.md`, please.\n")]
    [InlineData("## Communication\n\nDear all,\n\nbe calm.\n")]
    [InlineData("## Contain\n\n> Hello baker, this [link](a.md) tells more of [x].\n")]
    public void What_has_nothing_to_fill_in_or_is_said_to_the_reader_is_none(string guide) => Assert.Empty(Compile(guide).Templates);

    [Fact]
    public void An_example_of_the_template_is_no_second_one() =>
        Assert.Equal("Status update", Compile("## Templates\n\n### Status update\n\n```\n[what] since [when]\nNext: [next]\n```\n\n**Example**:\n\n```\nBread since nine\nNext: ten\n```\n").Templates.Single().Name);

    [Fact]
    public void The_heading_in_a_fence_names_what_the_one_above_only_calls_a_template() =>
        Assert.Equal("Customer notice", Compile("## Communication Templates\n\n```markdown\n# Customer notice\n\n**Subject**: [what]\n**Since**: [when]\n```\n").Templates.Single().Name);

    [Fact]
    public void To_and_subject_before_a_fence_are_no_templates() =>
        Assert.Equal("Notice to the miller", Compile("## Templates\n\n### Notice to the miller\n\n**To:** miller@flour.test\n**Subject:** [P1/P2] The bread is burnt, [what exactly]\n\n```\nThe bread [which] is burnt.\nWe bake anew: [when].\n```\n").Templates.Single().Name);

    [Fact]
    public void A_form_of_labels_below_the_review_is_its_template() =>
        Assert.StartsWith("Bread:", Compile("## Post-Incident Notes\n\nWrite down:\n\n```text\nBread:\nSince:\nSeen by:\nCause:\nMended by:\n```\n").PostMortemTemplate, StringComparison.Ordinal);

    [Fact]
    public void A_command_that_writes_the_report_is_no_template() =>
        Assert.Null(Compile("## Post-Incident\n\n```bash\ncat > review.md << EOF\n# Post-Mortem\n## Summary\n## Timeline\n## Root cause\n## Action items\nEOF\n```\n").PostMortemTemplate);

    [Fact]
    public void A_subject_quoted_above_the_fence_belongs_to_the_message()
    {
        MessageTemplate template = Assert.Single(Compile("## Templates\n\n### Mail to customers\n\n> Asunto: `[Aviso] No bread`\n\n```\nDear guests,\n\non <date> there is no bread.\n```\n").Templates);
        Assert.Equal("Mail to customers", template.Name);
        Assert.StartsWith("Asunto: ", template.Body, StringComparison.Ordinal);
        Assert.Contains("date", template.Placeholders);
    }

    [Fact]
    public void A_heading_that_announces_a_template_names_it_whatever_stands_below()
    {
        Procedure procedure = Compile("## Template: First answer\n\nThe bakery has read your letter.\n\n- Thank you for it.\n- We look into it.\n\n## Template: Notice of theft\n\nWhen it is known, tell the guests by\nputting up a sheet like this:\n\n```text\nSubject: ${subject}\n\nSomething is gone: ${what}\n```\n");
        Assert.Equal([("First answer", 0), ("Notice of theft", 2)], procedure.Templates.Select(template => (template.Name, template.Placeholders.Count)));
    }

    [Fact]
    public void Quoted_words_with_blanks_in_the_chapter_on_updates_are_messages()
    {
        Procedure procedure = Compile("## Status page updates\n\nKeep them short.\n\n### Investigating\n\n> We look into reports that **[what guests see]**. The next word comes by **[HH:MM]**.\n\n### Resolved\n\n> It is over. **[What guests saw]** is mended, and we are sorry for it.\n\n### Rules\n\n> Do not guess.\n");
        Assert.Equal([("Investigating", 2), ("Resolved", 1)], procedure.Templates.Select(template => (template.Name, template.Placeholders.Count)));
    }

    [Fact]
    public void A_message_is_called_by_the_heading_above_where_the_bold_line_only_tells_for_whom()
    {
        Assert.Equal("Word to the guests (template)", Assert.Single(Compile("## Messages\n\n### Word to the guests (template)\n\n**For guests from afar:**\n\n```text\nNo bread since [time].\nUpdates: [place]\n```\n").Templates).Name);
    }

    [Fact]
    public void A_stroke_before_a_mark_is_no_part_of_the_message() =>
        Assert.Equal(["your name"], Assert.Single(Compile("## Templates\n\n### Thanks\n\n> Thank you, \\<your name\\>, for the letter.\n").Templates).Placeholders);
}
