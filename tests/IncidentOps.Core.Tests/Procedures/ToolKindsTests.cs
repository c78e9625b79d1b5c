using IncidentOps.Procedures;
using static IncidentOps.Core.Tests.Procedures.TestGuide;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>The ways in which guides name tools, what only refers to something, and Dutch headings.</summary>
public sealed class ToolKindsTests
{
    private static string Tools(string guide) => string.Join("; ", Compile(guide).Tools.Select(tool => $"{tool.Name}={tool.Value}"));

    [Theory]
    [InlineData("## Tools\n\n- Sieve (sorts the flour)\n- Oven (bakes)\n", "Sieve=sorts the flour; Oven=bakes")]
    [InlineData("## Resources\n\n1. **Tools and ovens**\n   - Sieve\n   - Oven\n2. **Bakery tools**\n   - Knife\n   - Board\n", "Sieve=; Oven=; Knife=; Board=")]
    [InlineData("## Tools\n\n| # | Tool | Link |\n|-|-|-|\n| 1 | Sieve | https://sieve.test |\n| 2 | Oven | https://oven.test |\n", "Sieve=https://sieve.test; Oven=https://oven.test")]
    [InlineData("## Quick reference\n\n| Step | What | Deadline |\n|-|-|-|\n| 1 | Look | At once |\n| 2 | Bake | T+1h |\n", "")]
    [InlineData("## Tools\n\n- Sieve logs.\n- Oven logs.\n- Spoons etc.\n", "Sieve logs=; Oven logs=; Spoons etc.=")]
    [InlineData("## Tools\n\n> **Fill in before use:** the names below are examples.\n\n- Sieve: https://sieve.test\n", "Sieve=https://sieve.test")]
    [InlineData("## Reference: How to speak at the oven\n\n- Be brief\n- Be loud\n", "")]
    [InlineData("## Reference: Useful links\n\n- [Sieve](https://sieve.test)\n", "Sieve=https://sieve.test")]
    [InlineData("## Human Resources\n\n1. **Structure**\n   - bakers\n", "")]
    [InlineData("## Tools\n\n```python\n# Sift\nsift = Sieve()\nprint(sift)\n```\n", "")]
    [InlineData("## Tools\n\n### Communication tools\n\n**Slack**:\n- Loud: `#bread`\n- Still: `#flour`\n\n**Zoom**:\n- For long talks\n", "Slack=Loud: #bread; Still: #flour; Zoom=For long talks")]
    [InlineData("## Communication\n\n### Internal Communication\n\n- **Slack**: #bread channel\n- **Email**: bread@mill.test\n", "Slack=#bread channel; Email=bread@mill.test")]
    [InlineData("## Quick Reference Card\n\n**FIRE? Follow these steps:**\n\n1. Breathe\n2. Call\n\n**Questions?**\n\n- Ask the miller\n", "")]
    [InlineData("## Communication\n\n### Status Page Updates\n\n| Severity | First Update | Update Frequency |\n|-|-|-|\n| SEV-1 | 15 min | Every 30 min |\n| SEV-2 | 1 h | Every 2 h |\n", "")]
    public void Tools_in_their_dress(string guide, string expected) => Assert.Equal(expected, Tools(guide));

    [Fact]
    public void Dutch_headings_and_columns_are_read()
    {
        Procedure procedure = Compile("## Escalatiepaden\n\n### Contactlijst\n\n| Rol | Wie | Bereikbaar via | Wanneer |\n|-|-|-|-|\n| Bakker | Jan | 12 34 | altijd |\n| Molenaar | [naam invullen] | 56 78 | bij P1 |\n\n## Communicatiesjabloon\n\n> Het brood is [wat] sinds [wanneer].\n");
        Assert.Equal(["Bakker=12 34", "Molenaar=56 78"], procedure.Contacts.Select(contact => $"{contact.Role ?? contact.Name}={contact.Value}"));
        Assert.Equal("Communicatiesjabloon", procedure.Templates.Single().Name);
    }
}
