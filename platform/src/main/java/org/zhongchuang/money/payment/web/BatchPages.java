package org.zhongchuang.money.payment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.CsvTable;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.bank.Answer;
import org.zhongchuang.money.bank.Answer.Held;
import org.zhongchuang.money.bank.BankAnswers;
import org.zhongchuang.money.bank.BankAnswers.Import;
import org.zhongchuang.money.bank.ResultFile;
import org.zhongchuang.money.bank.ResultFile.Reading;
import org.zhongchuang.money.bank.ResultFile.Result;
import org.zhongchuang.money.payment.AfterBounce;
import org.zhongchuang.money.payment.BankResults;
import org.zhongchuang.money.payment.Batch;
import org.zhongchuang.money.payment.BatchStep;
import org.zhongchuang.money.payment.Bounce;
import org.zhongchuang.money.payment.Bounces;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.money.payment.Payment;
import org.zhongchuang.money.payment.PaymentBatches;
import org.zhongchuang.money.payment.PaymentFiles;
import org.zhongchuang.money.payment.PaymentId;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.money.payment.Payments.Doubt;

/** One batch of payments: its approval and sending, its files, and what the bank says of it. */
@Controller
public class BatchPages {

    private final Payments payments;
    private final PaymentBatches batches;
    private final Results results;
    private final PaymentFiles files;
    private final Policies policies;

    BatchPages(Payments payments, PaymentBatches batches, Results results, PaymentFiles files, Policies policies) {
        this.payments = payments;
        this.batches = batches;
        this.results = results;
        this.files = files;
        this.policies = policies;
    }

    /** What the bank says of payments, and what comes of it. */
    @Component
    record Results(BankResults taking, BankAnswers answers, Bounces bounces) {}

    /** One batch, and where the file of results that was just sent cannot be read. */
    public record BatchPage(
            PolicyPack pack,
            boolean handles,
            PersonId reader,
            Batch batch,
            List<BatchStep> history,
            List<Payment> payments,
            List<Doubt> doubts,
            List<Bounce> bounces,
            Map<UUID, AfterBounce> next,
            List<Import> imports,
            Map<UUID, Set<PersonId>> unclear,
            Paying.@Nullable Reason refused,
            @Nullable Text unread) {

        /** Whether the reader has had no hand in the batch yet, so that they may approve or send it. */
        public boolean moves() {
            return !List.of(Optional.of(batch.madeBy()), batch.firstBy(), batch.secondBy())
                    .contains(Optional.of(reader));
        }

        /** Whether the reader may confirm that a payment came back. */
        public boolean confirms(Bounce bounce) {
            return handles && !reader.equals(batch.madeBy()) && !reader.equals(bounce.proposedBy());
        }

        /** Whether the reader may say what the bank answers about a payment of which it has said both. */
        public boolean clears(Payment payment) {
            return !reader.equals(batch.madeBy())
                    && !unclear.getOrDefault(payment.id(), Set.of()).contains(reader);
        }

        public List<Payment> arrived() {
            return payments.stream()
                    .filter(one -> one.state() == Payment.State.ARRIVED)
                    .toList();
        }

        /** The payment that a line of a file is about; none where it is not of this batch. */
        public Optional<Payment> of(Answer answer) {
            return payments.stream()
                    .filter(one -> one.id().equals(answer.payment()))
                    .findFirst();
        }

        /** The number of the case whose payment is said to have come back, and its sum. */
        public Payment of(Bounce bounce) {
            return payments.stream()
                    .filter(one -> one.id().equals(bounce.payment()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @GetMapping("/finance/batches/{id}")
    @Concerns(value = Thing.BATCH, by = "id")
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR})
    ModelAndView batch(@PathVariable String id, Actor actor) {
        return batch(id, actor, null, null);
    }

    private ModelAndView batch(String id, Actor actor, Paying.@Nullable Reason refused, @Nullable Text unread) {
        var batch = find(id, actor);
        var all = payments.ofBatch(batch.id());
        return new ModelAndView(
                "money/payment/batch",
                "page",
                new BatchPage(
                        policies.current(),
                        payments.handles(actor, batch.id()),
                        actor.person(),
                        batch,
                        batches.history(batch.id()),
                        all,
                        payments.doubts(all),
                        results.bounces().waiting(batch.id()),
                        results.bounces().next(batch.id()),
                        results.answers().of(batch.id()),
                        results.answers().unclear(batch.id()),
                        refused,
                        unread));
    }

    private Batch find(String id, Actor actor) {
        return Typed.id(id)
                .filter(one -> payments.sees(actor, one))
                .flatMap(batches::find)
                .orElseThrow(() -> Problem.noSuchThing("batch " + id));
    }

    /** A batch whose files may leave: approved and sent, and not before. */
    private Batch sent(String id, Actor actor) {
        var batch = find(id, actor);
        if (batch.sentAt().isEmpty()) {
            throw Problem.notYet("the files of batch " + id);
        }
        return batch;
    }

    @PostMapping("/finance/batches/{id}")
    @Fresh
    @Concerns(value = Thing.BATCH, deed = Deed.HANDLE, by = "id")
    @Only(Role.FINANCE_OFFICER)
    ModelAndView act(
            @PathVariable String id,
            @Act({"approve", "send", "drop"}) String act,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var which = find(id, actor).id();
        var paying = switch (act) {
            case "approve" -> batches.approve(actor, which, version);
            case "send" -> batches.send(actor, which, version);
            default -> batches.drop(actor, which, version, reason);
        };
        return after(id, actor, paying);
    }

    private ModelAndView after(String id, Actor actor, Paying paying) {
        return paying instanceof Paying.Refused(var reason)
                ? batch(id, actor, reason, null)
                : new ModelAndView("redirect:/finance/batches/" + id);
    }

    @PostMapping("/finance/batches/{id}/results")
    @Fresh
    @Concerns(value = Thing.BATCH, deed = Deed.HANDLE, by = "id")
    @Only(Role.FINANCE_OFFICER)
    ModelAndView results(
            @PathVariable String id, @RequestParam int version, @RequestParam MultipartFile file, Actor actor)
            throws IOException {
        return switch (ResultFile.read(file.getBytes())) {
            case Reading.Said(var said) ->
                after(id, actor, results.taking().settle(actor, find(id, actor).id(), version, said));
            case Reading.Wrong(var why) -> batch(id, actor, Paying.Reason.NOT_A_RESULT, why);
        };
    }

    /**
     * A payment that arrived and came back: one officer says so, another confirms it or does not; one that bounced and
     * is said to have arrived is cleared by another.
     */
    @PostMapping("/finance/batches/{id}/bounces")
    @Fresh
    @Concerns(value = Thing.BATCH, deed = Deed.HANDLE, by = "id", parts = "payment")
    @Only(Role.FINANCE_OFFICER)
    ModelAndView bounce(
            @PathVariable String id,
            @Act({"propose", "confirm", "refuse", "clear", "arrived"}) String act,
            @RequestParam int version,
            @RequestParam UUID payment,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var batch = find(id, actor).id();
        var which = new PaymentId(payment);
        var paying = switch (act) {
            case "propose" -> results.bounces().propose(actor, batch, version, which, reason);
            case "confirm" -> results.bounces().confirm(actor, batch, version, which);
            case "clear" -> results.taking().clear(actor, batch, version, which, Held.BOUNCED, reason);
            case "arrived" -> results.taking().clear(actor, batch, version, which, Held.ARRIVED, reason);
            default -> results.bounces().refuse(actor, batch, version, which);
        };
        return after(id, actor, paying);
    }

    /** In a demonstration a pretended bank answers: everything arrives but what is named to bounce. */
    @PostMapping("/finance/batches/{id}/pretend")
    @Concerns(value = Thing.BATCH, deed = Deed.HANDLE, by = "id", parts = "bounce")
    @Only(Role.FINANCE_OFFICER)
    ModelAndView pretend(
            @PathVariable String id, @RequestParam int version, @RequestParam Optional<String> bounce, Actor actor) {
        if (!policies.isDemonstration()) {
            throw Problem.noSuchThing("a pretended bank");
        }
        var batch = find(id, actor);
        var said = payments.ofBatch(batch.id()).stream()
                .map(one -> new Result(
                        one.id(),
                        bounce.filter(one.id().toString()::equals).isEmpty(),
                        one.fen(),
                        bounce.filter(one.id().toString()::equals).isEmpty() ? "" : "户名与账号不符（演示）"))
                .toList();
        return after(id, actor, results.taking().settle(actor, batch.id(), version, said));
    }

    @GetMapping("/finance/batches/{id}/pain.001.xml")
    @Concerns(value = Thing.BATCH, deed = Deed.HANDLE, by = "id")
    @Only(Role.FINANCE_OFFICER)
    void pain(@PathVariable String id, Actor actor, HttpServletResponse response) throws IOException {
        var batch = sent(id, actor);
        response.setContentType("application/xml");
        response.setHeader("Content-Disposition", "attachment; filename=" + batch.number() + ".xml");
        response.getOutputStream().write(files.pain001(batch, payments.ofBatch(batch.id())));
    }

    @GetMapping("/finance/batches/{id}/payments.csv")
    @Concerns(value = Thing.BATCH, deed = Deed.HANDLE, by = "id")
    @Only(Role.FINANCE_OFFICER)
    void csv(@PathVariable String id, Actor actor, HttpServletResponse response) throws IOException {
        var batch = sent(id, actor);
        try (var table = CsvTable.to(response, batch.number() + ".csv", PaymentFiles.COLUMNS)) {
            files.csv(batch, payments.ofBatch(batch.id()), table);
        }
    }
}
