using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>The marks and words of scenarios.</content>
internal sealed partial class ScenarioReader
{
    // How it does not happen again, and what the law asks: neither repairs anything.
    [GeneratedRegex(@"^(?:prevention|preventi(?:ve|on) (?:measures?|steps|actions?)|prevención|prevenção|prévention|vorbeugung|prevenzione|disclosure|(?:legal|regulatory|compliance|notification) (?:requirements?|considerations?|obligations?)|impact)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsBeyond();

    // "Common causes of the leak:", "When to stop:", "Tell the customers if:"
    [GeneratedRegex(@"\b(?:causes|reasons)\b|^when\b|\bif$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsWhyOrWhen();

    // "What happens then:"
    [GeneratedRegex(@"^what (?:happens|this does|it does|to expect|you will see)\b|^when to\b(?! escalate)|^(?:effects?|consequences)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsEffect();

    // What is to be done, said in a word
    [GeneratedRegex(@"^(?:contain|investigate|notify|assess|confirm|restore|communicate|mitigate|resolve|respond|verify|diagnose|debug|fix|do|remediate|recover|isolate|review|escalate)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deed();
}
