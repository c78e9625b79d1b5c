using IncidentOps.Core.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

/// <summary>Contacts that nobody has filled in yet, in the notations that guides have for them.</summary>
public sealed class BlankContactKindsTests
{
    private static string Contacts(string guide) =>
        string.Join("; ", ProcedureCompiler.Compile("# Guide\n\n" + guide, "guide.md").Contacts.Select(contact => $"{contact.Name}={contact.Value}"));

    [Theory]
    [InlineData("## Roles\n\n| Role | Duties | Contact |\n|-|-|-|\n| **Head baker** | Owns the ovens | _Name / email / phone_ |\n| **Miller** | Owns the mill | _Name / email_ |\n", "Head baker=; Miller=")]
    [InlineData("## Contacts\n\n| Role | Name | Contact |\n|-|-|-|\n| Head baker | [Name] | Phone + e-mail |\n| Miller | [Name] | Telephone and mail: mill@mill.test |\n", "Head baker=; Miller=Telephone and mail: mill@mill.test")]
    [InlineData("## Contacts\n\n### On-call schedule\n- **Primary on-call**: [Name, Phone, Email]\n- **Secondary on-call**: [Name, Phone, Email]\n- **Rotation schedule**: [Link to rotation]\n", "Primary on-call=; Secondary on-call=; Rotation schedule=")]
    [InlineData("## Emergency contacts\n\n| Severity | Contact | Phone | Email |\n|-|-|-|-|\n| Critical (all down) | Head baker | [PHONE] | [EMAIL] |\n| Normal | Shop desk | [PHONE] | desk@mill.test |\n", "Head baker=; Shop desk=desk@mill.test")]
    [InlineData("## Playbooks\n\n### Playbook: Stolen key\n\n1. Change the lock\n2. Count the keys\n\n#### Security contacts:\n- Head watch: [Contact]\n- Lawyer: [Contact]\n\n### Playbook: Fire\n\n1. Run\n2. Call\n", "Head watch=; Lawyer=")]
    public void Blanks_are_contacts_without_a_value(string guide, string expected) => Assert.Equal(expected, Contacts(guide));
}
