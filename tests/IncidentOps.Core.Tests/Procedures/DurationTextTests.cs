using IncidentOps.Core.Procedures;

namespace IncidentOps.Core.Tests.Procedures;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("Immediate (< 5 minutes)", 5)]
    [InlineData("Immediate", 0)]
    [InlineData("immediately", 0)]
    [InlineData("< 15 minutes", 15)]
    [InlineData("15m", 15)]
    [InlineData("15min", 15)]
    [InlineData("1h", 60)]
    [InlineData("1 hr", 60)]
    [InlineData("1h30m", 90)]
    [InlineData("1 hour 30 minutes", 90)]
    [InlineData("1 hour and 30 minutes", 90)]
    [InlineData("1.5 hours", 90)]
    [InlineData("half an hour", 30)]
    [InlineData("an hour", 60)]
    [InlineData("within the hour", 60)]
    [InlineData("two weeks", 20160)]
    [InlineData("at most a week", 10080)]
    [InlineData("within 48 hours", 2880)]
    [InlineData("48hrs", 2880)]
    [InlineData("24-hour", 1440)]
    [InlineData("30-60 minutes", 60)]
    [InlineData("15 – 30 min", 30)]
    [InlineData("15 to 30 min", 30)]
    [InlineData("0-15 min", 15)]
    [InlineData("60+ min", 60)]
    [InlineData("Every 30 minutes", 30)]
    [InlineData("hourly", 60)]
    [InlineData("twice daily", 720)]
    [InlineData("daily", 1440)]
    [InlineData("90 seconds", 1.5)]
    [InlineData("15 Minuten", 15)]
    [InlineData("sofort", 0)]
    [InlineData("15 minutos", 15)]
    [InlineData("2 horas", 120)]
    [InlineData("1 heure", 60)]
    [InlineData("30分以内", 30)]
    [InlineData("1時間", 60)]
    [InlineData("15分钟内", 15)]
    [InlineData("2小时", 120)]
    [InlineData("立即", 0)]
    [InlineData("15 минут", 15)]
    [InlineData("4 часа", 240)]
    [InlineData("1시간 이내", 60)]
    [InlineData("zweimal am Tag", 720)]
    [InlineData("dos veces al día", 720)]
    [InlineData("na hora", 0)]
    [InlineData("1 個月內", 43200)]
    public void Reads_what_people_write(string text, double minutes)
    {
        Assert.True(DurationText.TryParse(text, out DurationText duration));
        Assert.Equal(minutes, duration.Value.TotalMinutes);
        Assert.False(duration.BusinessHours);
    }

    [Theory]
    [InlineData("< 4 hours (business hours)", 240, null)]
    [InlineData("4h (comercial)", 240, null)]
    [InlineData("4 horas úteis", 240, null)]
    [InlineData("4 heures ouvrées", 240, null)]
    [InlineData("4 horas hábiles", 240, null)]
    [InlineData("4 ore lavorative", 240, null)]
    [InlineData("8 werkuren", 480, null)]
    [InlineData("4 Std. (Servicezeit)", 240, null)]
    [InlineData("4 godziny robocze", 240, null)]
    [InlineData("4 рабочих часа", 240, null)]
    [InlineData("4 iş saati", 240, null)]
    [InlineData("4小时（工作日）", 240, null)]
    [InlineData("次営業日に対応", 1440, 1)]
    [InlineData("翌営業日", 1440, 1)]
    [InlineData("次一工作日", 1440, 1)]
    [InlineData("lendemain ouvré", 1440, 1)]
    [InlineData("영업일 기준 1일", 1440, 1)]
    [InlineData("1 dia útil", 1440, 1)]
    [InlineData("4 business hours", 240, null)]
    [InlineData("2 hours (office hours only)", 120, null)]
    [InlineData("2 hours during working hours", 120, null)]
    [InlineData("1 business day", 1440, 1)]
    [InlineData("3 working days", 4320, 3)]
    [InlineData("Next business day", 1440, 1)]
    [InlineData("1 business day (office hours only)", 1440, 1)]
    [InlineData("2 días hábiles", 2880, 2)]
    [InlineData("1 Werktag", 1440, 1)]
    public void Knows_business_time(string text, double minutes, int? days)
    {
        Assert.True(DurationText.TryParse(text, out DurationText duration));
        Assert.Equal(minutes, duration.Value.TotalMinutes);
        Assert.True(duration.BusinessHours);
        Assert.Equal(days, duration.BusinessDays);
    }

    [Theory]
    [InlineData("20 minutes (office and out of hours)")]
    [InlineData("30 minutes, 24/7")]
    [InlineData("1 hour outside business hours")]
    public void Out_of_hours_counts_every_hour(string text)
    {
        Assert.True(DurationText.TryParse(text, out DurationText duration));
        Assert.False(duration.BusinessHours);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Best effort")]
    [InlineData("Next sprint")]
    [InlineData("SEV1 hours")]
    [InlineData("No immediate impact")]
    [InlineData("24/7")]
    [InlineData("Version 1.0")]
    [InlineData("P1 day")]
    public void Is_not_taken_in_by_other_words(string text) => Assert.False(DurationText.TryParse(text, out _));

    [Fact]
    public void A_range_keeps_its_lower_end()
    {
        Assert.True(DurationText.TryParse("Monitor for 30-60 minutes", out DurationText duration));
        Assert.Equal(TimeSpan.FromMinutes(30), duration.Minimum);
    }

    [Fact]
    public void Several_in_one_text_are_told_apart()
    {
        IReadOnlyList<DurationText> all = DurationText.FindAll("15 minutes; updates every 30 minutes");
        Assert.Equal([15, 30], all.Select(duration => duration.Value.TotalMinutes));
        Assert.Equal([false, true], all.Select(duration => duration.Recurring));
    }

    [Theory]
    [InlineData("다음 영업일", 1, true)]
    [InlineData("다음 업무일", 1, true)]
    [InlineData("익영업일", 1, true)]
    [InlineData("2 업무일 이내", 2, true)]
    [InlineData("다음 날", 1, false)]
    public void Days_of_work_in_Korean(string text, int days, bool business)
    {
        Assert.True(DurationText.TryParse(text, out DurationText duration));
        Assert.Equal((days, business), ((int)duration.Value.TotalDays, duration.BusinessHours));
    }
}
