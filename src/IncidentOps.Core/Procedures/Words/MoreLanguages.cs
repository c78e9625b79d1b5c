using IncidentOps.Core.Procedures.Model;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Procedures.Words;

/// <summary>
/// The words of further languages, each in a block of its own: Vietnamese, Indonesian, Turkish, Polish, Czech, Dutch, the
/// Scandinavian ones, Ukrainian, Uzbek.
/// </summary>
internal static class MoreLanguages
{
    public static PhraseBook<SectionKind> WithMoreLanguages(this PhraseBook<SectionKind> book) => book
        .Add(
            SectionKind.Severities,
            "mức độ nghiêm trọng", "mức độ", "mức độ ưu tiên", "phân loại sự cố", "cấp độ sự cố", "tingkat keparahan", "tingkat severity", "tingkat prioritas", "klasifikasi insiden", "klasifikasi", "prioritas",
            "önem derecesi", "önem seviyesi", "önem seviyeleri", "öncelik", "öncelik seviyeleri", "olay sınıflandırması", "sınıflandırma", "priorytet", "priorytety", "poziomy ważności", "poziom ważności", "klasyfikacja", "klasyfikacja incydentów", "poziomy krytyczności",
            "závažnost", "úrovně závažnosti", "priorita", "klasifikace", "allvarlighetsgrad", "allvarlighetsgrader", "prioritet", "prioriteter", "alvorlighed", "alvorlighedsgrad", "alvorlighetsgrad", "alvorlighetsgrader", "klassificering", "klassifisering",
            "рівні критичності", "критичність", "рівні серйозності", "пріоритет", "пріоритети", "класифікація", "класифікація інцидентів", "daraja", "darajalar", "hodisa tasnifi", "tasnif", "tasnifi", "jiddiylik darajasi")
        .Add(
            SectionKind.Workflow,
            "quy trình", "quy trình xử lý", "quy trình xử lý sự cố", "quy trình ứng phó", "vòng đời sự cố", "các bước xử lý", "các bước ứng phó", "alur", "alur respons", "alur penanganan", "prosedur", "prosedur penanganan", "prosedur respons", "langkah penanganan", "siklus insiden",
            "süreç", "olay müdahale süreci", "müdahale süreci", "müdahale adımları", "iş akışı", "adımlar", "przebieg", "procedura reagowania", "proces reagowania", "proces", "kroki", "etapy", "postup", "průběh", "kroky", "fáze",
            "arbetsflöde", "process för incidenter", "incidentprocess", "steg", "faser", "forløb", "fremgangsmåde", "trin", "fremgangsmåte", "prosess", "порядок дій", "процес", "процес реагування", "етапи", "jarayon", "jarayoni", "bosqichlar", "javob jarayoni")
        .Add(SectionKind.Checklist, "danh sách kiểm tra", "daftar periksa", "kontrol listesi", "lista kontrolna", "kontrolní seznam", "checklista", "sjekkliste", "tjekliste", "контрольний список", "чек лист", "чекліст", "tekshiruv ro'yxati")
        .Add(
            SectionKind.Scenarios,
            "kịch bản", "tình huống", "tình huống thường gặp", "sự cố thường gặp", "skenario", "skenario umum", "insiden umum", "masalah umum", "senaryo", "senaryolar", "yaygın senaryolar", "sık karşılaşılan olaylar", "scenariusz", "scenariusze", "typowe incydenty", "typowe scenariusze",
            "scénáře", "běžné scénáře", "běžné incidenty", "vanliga scenarier", "scenarier", "vanliga incidenter", "typiske scenarier", "vanlige scenarioer", "scenarioer", "сценарії", "типові інциденти", "типові сценарії", "ssenariy", "ssenariylar", "maxsus ssenariylar")
        .Add(
            SectionKind.Escalation,
            "leo thang", "ma trận leo thang", "quy trình leo thang", "eskalasi", "jalur eskalasi", "matriks eskalasi", "eskalasyon", "eskalasyon matrisi", "yükseltme", "eskalacja", "ścieżka eskalacji", "macierz eskalacji", "eskalace", "eskalační cesta", "eskalering", "eskaleringsväg", "eskaleringsvej", "eskaleringsmatrise", "ескалація", "шлях ескалації", "eskalatsiya")
        .Add(SectionKind.Templates, "mẫu thông báo", "mẫu tin nhắn", "biểu mẫu", "templat", "templat komunikasi", "contoh pesan", "şablon", "şablonlar", "iletişim şablonları", "szablon", "szablony", "szablony komunikatów", "šablona", "šablony", "mall", "mallar", "skabelon", "skabeloner", "maler", "meldingsmaler", "шаблон", "шаблони", "shablon", "shablonlar")
        .Add(SectionKind.Escalation, "escalatie", "escalaties", "escalatiepad", "escalatiepaden", "escalatiematrix", "escalatieniveaus", "escalatieprocedure")
        .Add(SectionKind.Contacts, "contactlijst", "contactgegevens", "noodcontacten", "noodnummers")
        .Add(SectionKind.Templates, "communicatiesjabloon", "communicatiesjablonen", "e mailsjabloon", "berichtsjabloon", "meldingssjabloon", "voorbeeldbericht")
        .Add(SectionKind.Roles, "rollen en verantwoordelijkheden", "verantwoordelijkheden", "incidentteam", "responsteam")
        .Add(SectionKind.Rotation, "trực ca", "lịch trực", "luân phiên trực", "jadwal jaga", "jadwal piket", "rotasi", "nöbet", "nöbet çizelgesi", "nöbet rotasyonu", "dyżur", "dyżury", "grafik dyżurów", "pohotovost", "rozpis pohotovosti", "jourschema", "beredskap", "vagt", "vagtplan", "vaktordning", "vaktplan", "чергування", "графік чергувань")
        .Add(SectionKind.Tools, "công cụ", "công cụ và tài nguyên", "tài nguyên", "tài liệu tham khảo", "liên kết", "alat", "peralatan", "sumber daya", "referensi", "tautan", "araçlar", "kaynaklar", "bağlantılar", "narzędzia", "zasoby", "linki", "nástroje", "zdroje", "odkazy", "verktyg", "resurser", "länkar", "værktøjer", "verktøy", "ressurser", "lenker", "інструменти", "ресурси", "посилання", "asboblar", "vositalar")
        .Add(SectionKind.Contacts, "liên hệ", "thông tin liên hệ", "danh bạ", "liên hệ khẩn cấp", "kontak", "kontak darurat", "daftar kontak", "iletişim bilgileri", "iletişim listesi", "acil durum iletişim", "acil iletişim", "kontakty", "kontakty alarmowe", "lista kontaktów", "dane kontaktowe", "kontaktní údaje", "kontakter", "kontaktuppgifter", "kontaktoplysninger", "kontaktinformasjon", "nødkontakter", "контакти", "контактна інформація", "aloqa ma'lumotlari", "kontaktlar")
        .Add(SectionKind.Roles, "vai trò", "vai trò và trách nhiệm", "trách nhiệm", "đội ứng phó", "peran", "peran dan tanggung jawab", "tanggung jawab", "tim respons", "roller", "roller ve sorumluluklar", "sorumluluklar", "müdahale ekibi", "role i odpowiedzialności", "role i obowiązki", "obowiązki", "zespół reagowania", "role a odpovědnosti", "odpovědnosti", "roller och ansvar", "ansvar", "roller og ansvar", "ролі", "ролі та відповідальність", "ролі та обов'язки", "команда реагування", "javob jamoasi", "rollar", "mas'uliyatlar")
        .Add(SectionKind.PostMortem, "sau sự cố", "đánh giá sau sự cố", "rút kinh nghiệm", "bài học kinh nghiệm", "pasca insiden", "tinjauan pasca insiden", "pembelajaran", "olay sonrası", "olay sonrası inceleme", "alınan dersler", "po incydencie", "analiza po incydencie", "wnioski", "po incidentu", "poučení", "efter incidenten", "efterarbete", "lärdomar", "efter hændelsen", "etter hendelsen", "etterarbeid", "після інциденту", "розбір інциденту")
        .Add(SectionKind.Communication, "truyền thông", "giao tiếp", "kênh giao tiếp", "kênh liên lạc", "komunikasi", "saluran komunikasi", "iletişim", "iletişim kanalları", "iletişim planı", "komunikacja", "kanały komunikacji", "komunikace", "kommunikationskanaler", "kommunikasjon", "kommunikation", "комунікація", "канали зв'язку", "aloqa rejasi", "ichki aloqa", "tashqi aloqa")
        .Add(SectionKind.Exercise, "diễn tập", "latihan", "tatbikat", "ćwiczenia", "cvičení", "övning", "övningar", "øvelse", "øvelser", "навчання", "mashg'ulotlar", "mashqlar", "mashq ssenariysi")
        .Add(SectionKind.Prose, "mục lục", "mục đích", "phạm vi", "giới thiệu", "tổng quan", "daftar isi", "tujuan", "ruang lingkup", "pendahuluan", "içindekiler", "amaç", "kapsam", "giriş", "genel bakış", "spis treści", "zakres", "wstęp", "wprowadzenie", "obsah", "účel", "rozsah", "úvod", "innehåll", "syfte", "omfattning", "översikt", "formål", "omfang", "innhold", "indhold", "зміст", "мета", "вступ", "огляд", "kirish", "maqsad", "qamrov");

    public static PhraseBook<GuideField> WithMoreLanguages(this PhraseBook<GuideField> book) => book
        .Add(GuideField.Severity, "mức độ", "cấp độ", "mức độ nghiêm trọng", "mức", "tingkat", "tingkat keparahan", "prioritas", "seviye", "önem derecesi", "öncelik", "poziom", "priorytet", "úroveň", "priorita", "závažnost", "nivå", "prioritet", "allvarlighetsgrad", "alvorlighed", "alvorlighetsgrad", "рівень", "пріоритет", "критичність", "daraja", "ustuvorlik")
        .Add(GuideField.Label, "tên", "nama", "isim", "nazwa", "název", "namn", "navn", "назва", "nomi")
        .Add(GuideField.Definition, "định nghĩa", "mô tả", "tiêu chí", "definisi", "deskripsi", "keterangan", "kriteria", "tanım", "açıklama", "kriter", "kriterler", "definicja", "opis", "kryteria", "definice", "popis", "kritéria", "beskrivning", "kriterier", "beskrivelse", "визначення", "опис", "критерії", "tavsif", "tavsifi")
        .Add(GuideField.Impact, "ảnh hưởng", "tác động", "mức ảnh hưởng", "dampak", "etki", "wpływ", "dopad", "påverkan", "påvirkning", "konsekvens", "вплив")
        .Add(GuideField.Example, "ví dụ", "contoh", "örnek", "örnekler", "przykład", "przykłady", "příklad", "příklady", "exempel", "eksempel", "eksempler", "приклад", "приклади")
        .Add(GuideField.Response, "thời gian phản hồi", "thời gian phản ứng", "thời gian đáp ứng", "phản hồi", "waktu respons", "waktu respon", "waktu tanggap", "respons", "yanıt süresi", "müdahale süresi", "tepki süresi", "czas reakcji", "czas odpowiedzi", "reakcja", "reakční doba", "doba odezvy", "doba reakce", "reaktion", "svarstid", "responstid", "reaktionstid", "час реакції", "час відповіді", "час реагування")
        .Add(GuideField.Acknowledge, "xác nhận", "konfirmasi", "onay süresi", "potwierdzenie", "potvrzení", "bekräftelse", "bekræftelse", "bekreftelse", "підтвердження")
        .Add(GuideField.Resolve, "thời gian khắc phục", "thời gian xử lý", "thời gian giải quyết", "waktu penyelesaian", "waktu pemulihan", "çözüm süresi", "çözüm", "czas rozwiązania", "czas naprawy", "doba vyřešení", "doba opravy", "lösningstid", "åtgärdstid", "løsningstid", "час вирішення", "час усунення")
        .Add(GuideField.Update, "tần suất cập nhật", "cập nhật", "tần suất", "frekuensi pembaruan", "frekuensi", "pembaruan", "güncelleme sıklığı", "güncelleme", "częstotliwość", "częstotliwość aktualizacji", "aktualizacja", "frekvence", "aktualizace", "uppdatering", "uppdateringar", "uppdateringsfrekvens", "opdatering", "opdateringer", "oppdatering", "oppdateringer", "frekvens", "частота оновлень", "оновлення")
        .Add(GuideField.Escalation, "leo thang", "eskalasi", "eskalasyon", "eskalacja", "eskalace", "eskalering", "ескалація")
        .Add(GuideField.EscalationTarget, "người nhận", "thông báo cho", "đối tượng", "pihak terkait", "penanggung jawab", "bildirilecek kişiler", "bilgilendirilecek", "kogo powiadomić", "koho informovat", "vem", "meddelas", "hvem", "varsles", "кого сповістити", "хто", "kim")
        .Add(GuideField.After, "thời gian", "waktu", "süre", "zaman", "czas", "čas", "tid", "tidsgräns", "tidsfrist", "час", "vaqt")
        .Add(GuideField.Role, "vai trò", "chức vụ", "người vai trò", "peran", "jabatan", "tim", "rol", "görev", "ekip", "rola", "stanowisko", "zespół", "funkce", "tým", "roll", "rolle", "роль", "посада", "команда", "rol", "lavozim", "tashkilot")
        .Add(GuideField.Person, "họ tên", "người phụ trách", "nama", "penanggung jawab", "isim", "kişi", "sorumlu", "imię", "imię i nazwisko", "osoba", "jméno", "namn", "person", "navn", "ім'я", "піб", "ism")
        .Add(GuideField.Channel, "số điện thoại", "điện thoại", "liên hệ", "kênh", "telepon", "nomor telepon", "kontak", "saluran", "iletişim", "telefon numarası", "kanal", "kanał", "e mail", "spojení", "epost", "e post", "mobil", "канал", "телефон")
        .Add(GuideField.Person, "wie", "contactpersoon", "naam")
        .Add(GuideField.Channel, "bereikbaar via", "bereikbaarheid", "telefoonnummer", "telefoon")
        .Add(GuideField.Trigger, "wanneer", "bij")
        .Add(GuideField.Duty, "verantwoordelijkheid", "verantwoordelijkheden", "taken")
        .Add(GuideField.Purpose, "mục đích", "tujuan", "kegunaan", "amaç", "kullanım", "cel", "zastosowanie", "účel", "syfte", "ändamål", "formål", "призначення", "мета")
        .Add(GuideField.Duty, "trách nhiệm", "nhiệm vụ", "tanggung jawab", "tugas", "sorumluluk", "sorumluluklar", "görevler", "obowiązki", "odpowiedzialność", "zakres obowiązków", "odpovědnost", "ansvar", "opgaver", "oppgaver", "uppgifter", "обов'язки", "відповідальність")
        .Add(GuideField.Symptom, "triệu chứng", "dấu hiệu", "gejala", "tanda", "belirti", "belirtiler", "objaw", "objawy", "symptomy", "příznaky", "symptom", "tecken", "tegn", "симптоми", "ознаки")
        .Add(GuideField.Cause, "nguyên nhân", "penyebab", "neden", "nedenler", "olası nedenler", "przyczyna", "przyczyny", "příčina", "příčiny", "orsak", "orsaker", "årsag", "årsager", "årsak", "årsaker", "причини")
        .Add(GuideField.Step, "các bước", "xử lý", "hành động", "khắc phục", "ứng phó", "langkah", "langkah penanganan", "tindakan", "penanganan", "mitigasi", "adımlar", "müdahale", "müdahale adımları", "aksiyonlar", "yapılacaklar", "kroki", "działania", "postępowanie", "kroky", "postup", "řešení", "steg", "åtgärder", "trin", "handlinger", "tiltak", "дії", "кроки", "порядок дій", "amallar", "choralar", "amal")
        .Add(GuideField.Trigger, "điều kiện", "kondisi", "koşul", "warunek", "kiedy", "podmínka", "villkor", "betingelse", "умова")
        .Add(GuideField.Schedule, "chu kỳ", "lịch trực", "jadwal", "rotasi", "vardiya", "grafik", "zmiana", "rozvrh", "schema", "skift", "turnus", "графік")
        .Add(GuideField.Handoff, "bàn giao", "serah terima", "devir", "devir teslim", "przekazanie", "předání", "överlämning", "överlämnande", "overlevering", "overdragelse", "передача зміни")
        .Add(GuideField.Task, "công việc", "tugas", "görev", "zadanie", "úkol", "uppgift", "oppgave", "opgave", "завдання")
        .Add(GuideField.Phase, "giai đoạn", "bước", "tahap", "fase", "aşama", "etap", "faza", "fáze", "fas", "етап");

    public static PhraseBook<IncidentPhase> WithMoreLanguages(this PhraseBook<IncidentPhase> book) => book
        .Add(IncidentPhase.Detection, "phát hiện", "deteksi", "identifikasi", "tespit", "algılama", "wykrycie", "wykrywanie", "identyfikacja", "detekce", "zjištění", "identifikace", "upptäckt", "identifiering", "opdagelse", "oppdagelse", "виявлення", "aniqlash")
        .Add(IncidentPhase.Triage, "phân loại", "xác nhận", "analisis", "penilaian", "klasifikasi", "değerlendirme", "analiz", "sınıflandırma", "ocena", "analiza", "klasyfikacja", "posouzení", "analýza", "bedömning", "analys", "vurdering", "оцінка", "аналіз", "baholash")
        .Add(IncidentPhase.Response, "điều tra", "ứng phó", "giảm nhẹ", "ngăn chặn", "cô lập", "respons", "penanganan", "mitigasi", "investigasi", "isolasi", "müdahale", "kontrol altına alma", "reakcja", "reagowanie", "ograniczenie", "powstrzymanie", "reakce", "omezení", "zadržení", "åtgärd", "begränsning", "inneslutning", "begrensning", "inddæmning", "реагування", "стримування", "локалізація", "cheklash", "tergov")
        .Add(IncidentPhase.Resolution, "khắc phục", "khôi phục", "xác minh", "giải quyết", "pemulihan", "penyelesaian", "çözüm", "kurtarma", "iyileştirme", "rozwiązanie", "przywrócenie", "odzyskiwanie", "naprawa", "obnova", "vyřešení", "náprava", "återställning", "lösning", "genopretning", "gjenoppretting", "відновлення", "усунення", "вирішення", "bartaraf etish", "qayta tiklash", "tiklash")
        .Add(IncidentPhase.PostIncident, "sau sự cố", "rút kinh nghiệm", "pasca insiden", "evaluasi", "olay sonrası", "alınan dersler", "wnioski", "po incydencie", "podsumowanie", "poučení", "po incidentu", "uppföljning", "lärdomar", "opfølgning", "oppfølging", "після інциденту", "розбір", "hisobat", "saboqlar");
}
