using IncidentOps.Core.Notifications.Filling;
using IncidentOps.Core.Notifications.Templates;
using IncidentOps.Core.Tests.Incidents;
using IncidentOps.Incidents;
using IncidentOps.Notifications;

namespace IncidentOps.Core.Tests.Notifications;

public sealed class TemplateLanguageTests
{
    [Theory]
    [InlineData("Wir untersuchen eine Störung.\nUrsache: [Ursache]\nNächstes Update: [Zeit]", "Wir untersuchen eine Störung.\nUrsache: wird untersucht\nNächstes Update: sobald es Neues gibt")]
    [InlineData("Nous enquêtons sur un incident.\nCause : [Cause]\nHeure estimée : [Heure estimée]", "Nous enquêtons sur un incident.\nCause : en cours d'investigation\nHeure estimée : pas encore connu")]
    [InlineData("Estamos revisando el servicio.\nCausa raíz: [Causa]\nPróxima actualización: [Hora]", "Estamos revisando el servicio.\nCausa raíz: en investigación\nPróxima actualización: en cuanto haya novedades")]
    [InlineData("Não sabemos ainda a causa raiz.\nCausa raiz: [Causa]\nPróxima atualização: [Hora]", "Não sabemos ainda a causa raiz.\nCausa raiz: em investigação\nPróxima atualização: assim que houver novidades")]
    [InlineData("Причина: [Причина]\nСледующее обновление: [Время]", "Причина: выясняется\nСледующее обновление: как только появятся новости")]
    [InlineData("原因: [原因]\n次回更新: [時刻]\n担当: お知らせします", "原因: 調査中\n次回更新: 新しい情報が入り次第\n担当: お知らせします")]
    [InlineData("根本原因: [根本原因]\n下次更新: [时间]", "根本原因: 调查中\n下次更新: 有新消息时")]
    [InlineData("Root cause: [Root cause]\nNext update: [Time]", "Root cause: under investigation\nNext update: as soon as there is news")]
    public void What_is_not_known_is_said_in_the_language_of_the_template(string template, string expected) =>
        Assert.Equal(expected, MessageBench.Body(template, new IncidentStory(IncidentStory.Checkout with { Severity = "P3" })));

    [Fact]
    public void In_a_sentence_it_is_set_apart() => Assert.Equal(
        "Die Störung wird (wird untersucht) zugeschrieben, und wir beheben das.",
        MessageBench.Body("Die Störung wird [Ursache] zugeschrieben, und wir beheben das."));

    [Fact]
    public void A_drill_says_so_in_it()
    {
        IncidentMessage message = MessageBench.Fill("Störung: [Titel]\nAuswirkung: [Auswirkung]\nWir melden uns mit der Ursache.", new IncidentStory(IncidentStory.Checkout with { IsDrill = true }));

        Assert.StartsWith("Dies ist eine Übung.", message.Body, StringComparison.Ordinal);
        Assert.StartsWith("ÜBUNG: ", message.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[Title]")]
    [InlineData("Status: [Status]\nSLA: [x]")]
    [InlineData("Week 1: Engineer A, Engineer O\nWeek 2: Engineer E, Engineer A")]
    [InlineData("Vi opplever et problem, og du vil se en feil")]
    [InlineData("The café's service is down in Le Havre and La Paz; we are on it.")]
    public void Whatever_says_little_is_English(string template) =>
        Assert.Equal(TemplateLanguage.English, TemplateLanguages.Of(TemplateParser.Parse(template)));

    [Fact]
    public void Every_language_has_every_phrase()
    {
        TemplateLanguage[] languages = Enum.GetValues<TemplateLanguage>();
        foreach (MessagePhrase phrase in Enum.GetValues<MessagePhrase>())
        {
            string[] said = [.. languages.Select(language => new MessagePhrases(language)[phrase])];

            Assert.All(said, text => Assert.NotEmpty(text.Trim()));
            Assert.Single(said.Select(text => text.Split("{0}").Length).Distinct());
        }
    }

    [Fact]
    public void Every_status_is_said_in_every_language() => Assert.All(
        Enum.GetValues<TemplateLanguage>().Where(language => language != TemplateLanguage.English),
        language => Assert.All(Enum.GetValues<IncidentStatus>(), status => Assert.NotEqual(new MessagePhrases(TemplateLanguage.English).Say(status), new MessagePhrases(language).Say(status))));
}
