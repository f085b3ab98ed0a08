package org.zhongchuang.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What writers did and were told had happened: filings with their papers, budgets, batches of payments. */
final class Acts {

    private static final byte[] PAPER = "%PDF-1.7\nwritten under load\n%%EOF\n".getBytes(UTF_8);
    /** Of so many batches one is sent to the bank. */
    private static final int EACH_SENT = 20;

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern CHOSEN = Pattern.compile("name=\"payment\" value=\"([0-9a-f-]{36})\" checked");
    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([0-9a-f-]{36})\"");

    private static final Pattern PROPOSAL = Pattern.compile("data-proposal=\"([0-9a-f-]{36})\"");

    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("independent_premises", "true"),
            Map.entry("area_sqm", "800"),
            Map.entry("usable_share", "80"),
            Map.entry("lease_months_left", "40"),
            Map.entry("independent_body", "true"),
            Map.entry("staff", "5"),
            Map.entry("written_rules", "true"),
            Map.entry("months_operating", "18"),
            Map.entry("tenants", "25"),
            Map.entry("mentors", "6"),
            Map.entry("events_per_year", "12"),
            Map.entry("service_kinds", "6"));

    /** Something acknowledged: a question that counts it, and the one answer that is right. */
    record Acknowledged(String what, String sql, String value) {}

    private final Queue<Acknowledged> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final String run;

    Acts(String run) {
        this.run = run;
    }

    /** What was acknowledged and has not been asked about yet. */
    List<Acknowledged> take() {
        var all = new java.util.ArrayList<Acknowledged>();
        for (var one = told.poll(); one != null; one = told.poll()) {
            all.add(one);
        }
        return all;
    }

    /** Begins an application, hands in a paper, answers, files: each step is an act of its own. */
    void file(Writer writer) throws InterruptedException {
        var name = "演示·%s空间%d".formatted(run, number.incrementAndGet());
        var begun = writer.posts(
                "/applications/new",
                Map.of(
                        "name", name,
                        "openedOn", "2015-09-01",
                        "address", "南湖区测试路1号",
                        "kind", "MAKER",
                        "builder", "FIRM",
                        "carrier", "OTHER",
                        "area", "330402"));
        if (begun.isEmpty() || !begun.get().startsWith("/applications/")) {
            return;
        }
        var draft = begun.get();
        told("a draft", "select count(*) from casework.case_file where space_name = ?", name);
        var papers = 0;
        for (var evidence : List.of("lease", "rules", "tenants")) {
            var paper = "%s-%d.pdf".formatted(run, number.incrementAndGet());
            if (writer.uploads(draft + "/files", evidence, paper, PAPER).isPresent()) {
                papers++;
                told(
                        "a paper",
                        "select count(*) from casework.attachment a join file.stored f on f.id = a.file where f.name = ?",
                        paper);
            }
        }
        if (papers == 3 && writer.posts(draft + "/answers", ANSWERS).isPresent()) {
            submit(writer, draft, name);
        }
    }

    private void submit(Writer writer, String draft, String name) throws InterruptedException {
        var page = writer.opens(draft);
        var version = page.flatMap(text -> first(VERSION, text));
        var request = page.flatMap(text -> first(REQUEST, text));
        if (version.isPresent() && request.isPresent()) {
            var form = new HashMap<>(Map.of("version", version.get(), "request", request.get(), "stated", "yes"));
            var filed = writer.posts(draft + "/file", form);
            if (filed.filter(where -> where.startsWith("/cases/")).isPresent()) {
                told(
                        "a filing",
                        "select count(*) from casework.case_file where space_name = ? and number is not null and filed_on is not null",
                        name);
                told(
                        "its event",
                        "select count(*) from casework.event e join casework.case_file c on c.id = e.case_file where c.number = ? and e.act = 'FILED'",
                        filed.get().substring("/cases/".length()));
            }
        }
    }

    /** Proposes a budget of one yuan, which another officer approves. */
    void budget(Writer officer, Writer colleague) throws InterruptedException {
        var document = "演示%s〔2017〕%d号".formatted(run, number.incrementAndGet());
        var proposed = officer.asks("/finance/budget", Map.of("table", "2017\tevent-support\t1.00\t" + document))
                .filter(page -> page.contains("data-entered=\"1\""))
                .flatMap(page -> proposalOf(document, page));
        if (proposed.isEmpty()) {
            return;
        }
        told("a proposed budget", "select count(*) from ledger.budget_line where document = ?", document);
        var approved = colleague.asks(
                "/finance/budget/proposals",
                Map.of("treasury", "330400", "proposal", proposed.get(), "act", "approve"));
        if (approved.filter(page -> page.contains("data-booked=\"1\"")).isPresent()) {
            told("a budget", "select count(*) from ledger.posting where note = ?", document);
        }
    }

    /**
     * Makes a batch of what waits to be paid and has it approved. Most batches are given back, so that there is
     * something to pay at the next point too; some go through four people to the bank's answer.
     */
    void pay(List<Writer> officers) throws InterruptedException {
        var chosen = CHOSEN.matcher(officers.get(0).opens("/finance/payments").orElse(""))
                .results()
                .map(one -> one.group(1))
                .collect(Collectors.joining(","));
        var batch = officers.get(0)
                .posts("/finance/payments", Map.of("payment", chosen))
                .filter(where -> where.startsWith("/finance/batches/"));
        if (batch.isEmpty()) {
            return;
        }
        var id = batch.get().substring("/finance/batches/".length());
        told("a batch", "select count(*) from payment.batch where id = ?::uuid", id);
        if (act(officers.get(1), batch.get(), "approve")) {
            told("an approval", "select count(*) from payment.batch where id = ?::uuid and first_by is not null", id);
        }
        // A small batch needs no second one, and says so.
        act(officers.get(2), batch.get(), "approve");
        if (number.incrementAndGet() % EACH_SENT != 0) {
            if (act(officers.get(0), batch.get(), "drop")) {
                told("a drop", "select count(*) from payment.batch where id = ?::uuid and state = 'DROPPED'", id);
            }
        } else if (act(officers.get(3), batch.get(), "send")) {
            told("a sending", "select count(*) from payment.batch where id = ?::uuid and sent_at is not null", id);
            if (acts(officers.get(3), batch.get(), batch.get() + "/pretend", Map.of("bounce", ""))) {
                told("a settling", "select count(*) from payment.batch where id = ?::uuid and state = 'SETTLED'", id);
            }
        }
    }

    private static boolean act(Writer officer, String batch, String act) throws InterruptedException {
        return acts(officer, batch, batch, Map.of("act", act, "reason", "不再需要"));
    }

    /** Acts on a batch as somebody who has just read its page. */
    private static boolean acts(Writer officer, String batch, String path, Map<String, String> fields)
            throws InterruptedException {
        var version = officer.opens(batch).flatMap(text -> first(VERSION, text));
        if (version.isEmpty()) {
            return false;
        }
        var form = new HashMap<>(fields);
        form.put("version", version.get());
        return officer.posts(path, form).isPresent();
    }

    /**
     * The proposal that sets that document: others may wait on the same page, left there by whoever was interrupted.
     */
    private static Optional<String> proposalOf(String document, String page) {
        return Arrays.stream(page.split("(?=data-proposal=)"))
                .filter(section -> section.contains(document))
                .findFirst()
                .flatMap(section -> first(PROPOSAL, section));
    }

    private void told(String what, String sql, String value) {
        told.add(new Acknowledged(what, sql, value));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
