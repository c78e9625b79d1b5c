using System.Text.RegularExpressions;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>What a section is about, told by its heading.</summary>
internal readonly record struct SectionMeaning(RunbookPart Part, bool IsContext = false, bool IsSymptoms = false, bool IsPurpose = false);

/// <summary>Reads headings by meaning.</summary>
internal static partial class RunbookParts
{
    /// <summary>What a heading says; null where it says nothing and the section above it decides.</summary>
    public static SectionMeaning? Of(string heading, SectionMeaning above)
    {
        string text = heading.Trim().ToLowerInvariant();
        if (Symptoms().IsMatch(text))
        {
            return new SectionMeaning(RunbookPart.General, IsContext: true, IsSymptoms: true);
        }

        if (Purpose().IsMatch(text))
        {
            return new SectionMeaning(RunbookPart.General, IsContext: true, IsPurpose: true);
        }

        if (Context().IsMatch(text))
        {
            return new SectionMeaning(RunbookPart.General, IsContext: true);
        }

        if (Rollback().IsMatch(text))
        {
            return new SectionMeaning(RunbookPart.Rollback);
        }

        // "Verify the storage" below "Diagnosis" still looks for the cause.
        if (Verification().IsMatch(text) && above.Part != RunbookPart.Diagnosis)
        {
            return new SectionMeaning(RunbookPart.Verification);
        }

        if (Mitigation().IsMatch(text))
        {
            return new SectionMeaning(RunbookPart.Mitigation);
        }

        if (Diagnosis().IsMatch(text))
        {
            return new SectionMeaning(RunbookPart.Diagnosis);
        }

        // Weaker words count only where nothing above has spoken: "Check the pods" below "Mitigation" mitigates.
        if (above.Part != RunbookPart.General)
        {
            return null;
        }

        return WeakMitigation().IsMatch(text) ? new SectionMeaning(RunbookPart.Mitigation)
            : WeakDiagnosis().IsMatch(text) ? new SectionMeaning(RunbookPart.Diagnosis)
            : null;
    }

    [GeneratedRegex(@"^[\W\d]*(?:symptoms?|signs?|how it shows)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Symptoms();

    [GeneratedRegex(@"^[\W\d]*(?:meaning|impact|overview|summary|description|introduction|about|context|purpose|when to use|use (?:this )?when)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"^[\W\d]*(?:background|scope|alert(?: details| description| definition| rule)?$|(?:possible |common |likely |potential )?causes?$|references?|links?$|resources$|see also|related|further reading|additional|contacts?|escalation|glossary|change ?log|appendix|table of contents|contents$|prevention|post-?mortem|lessons|metadata|severity|dashboards?$|owners?$|user impact|business impact)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Context();

    [GeneratedRegex(@"\b(?:roll(?:ing)?[ -]?back|revert(?:ing)?|undo(?:ing)?|back(?:ing)?[ -]?out|fall ?back)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rollback();

    [GeneratedRegex(@"\b(?:verif\w+|validat\w+|post-?checks?|smoke tests?|confirm(?:ation|ing)?(?: recovery| resolution)?|health ?checks? after)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Verification();

    [GeneratedRegex(@"\b(?:mitigat\w+|remed\w+|response|responding|resolution|resolv\w+|repair\w*|recover\w*|workarounds?|solutions?|corrective|immediate actions?|fix(?:es|ing)?)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mitigation();

    [GeneratedRegex(@"\b(?:diagnos\w+|investigat\w+|triage|triaging|troubleshoot\w*|debug\w*|root cause|analysis|assessment|information gathering|initial checks?)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Diagnosis();

    [GeneratedRegex(@"\b(?:actions?|restor\w+|restart\w*|procedures?|scal(?:e|ing)|fail ?over|how to|steps? to)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WeakMitigation();

    [GeneratedRegex(@"\b(?:check\w*|identify\w*|inspect\w*|detect\w*|determin\w+|find\w*|gather\w*|monitor\w*|queries|query)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WeakDiagnosis();
}
