package org.zhongchuang.law.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.law.policy.SetValues.SetValue;

/**
 * The policy the city works by: the pack's files with the values that authorities have set since, and the editions of
 * both under which something was filed.
 *
 * <p>A pack that breaks a promise stops the start, with the reason. What was filed is judged by its edition for ever.
 */
@Service
public class Policies {

    /** How long another node may take to notice a value that was set. */
    private static final long FRESH = TimeUnit.SECONDS.toNanos(2);

    private final Edition published;
    private final PolicySettings settings;
    private final SetValues values;
    private final Editions editions;
    private final Clock clock;
    private volatile @Nullable Effective effective;

    @Autowired
    Policies(PolicySettings settings, SetValues values, Editions editions, Clock clock) throws IOException {
        this(Edition.of(files(settings.pack()), List.of()), settings, values, editions, clock);
    }

    Policies(Edition shipped, PolicySettings settings, SetValues values, Editions editions, Clock clock) {
        this.settings = settings;
        this.values = values;
        this.editions = editions;
        this.clock = clock;
        var pack = shipped.pack().remembering(editions.former(shipped.pack()));
        this.published = new Edition(pack, shipped.packed(), List.of());
        var problems = new ArrayList<>(PackCheck.plainProblemsOf(pack));
        problems.addAll(RolesOfPack.problemsOf(pack));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("policy pack %s: %s".formatted(pack.id(), String.join("; ", problems)));
        }
        editions.keep(published);
    }

    /** The rules with the values set until some moment, and when that was looked up. */
    private record Effective(Edition edition, List<SetValue> values, long looked) {}

    public PolicyPack current() {
        return effective().edition().pack();
    }

    /** Keeps the rules as they stand today for what is filed now, and says by which name they are found again. */
    public String pin() {
        var today = effective().edition();
        keep(today);
        return today.pack().edition();
    }

    /** Keeps an edition of the pack for what rests on it. */
    public void keep(Edition edition) {
        editions.keep(edition, published.pack().edition());
    }

    /** The rules that something was filed under; the present ones where that was before editions were kept. */
    public Edition edition(String name) {
        var today = effective().edition();
        return today.pack().edition().equals(name) ? today : editions.find(name).orElse(today);
    }

    /**
     * The rules for what was filed under an edition on a day, judged again today: the same, with values that a document
     * has set since for days before. Nothing else reaches back.
     */
    public PolicyPack again(String name, LocalDate filed) {
        return edition(name).pack().reachedBy(current(), filed);
    }

    private Effective effective() {
        var known = effective;
        if (known == null || System.nanoTime() - known.looked() > FRESH) {
            var now = values.of(published.pack().id());
            var edition = known != null && known.values().equals(now) ? known.edition() : with(now);
            known = new Effective(edition, now, System.nanoTime());
            effective = known;
        }
        return known;
    }

    private Edition with(List<SetValue> set) {
        var lines = set.stream().map(Policies::line).toList();
        return new Edition(overlaid(published.pack(), lines), published.packed(), lines);
    }

    private static String line(SetValue value) {
        return "%s %s %s %s"
                .formatted(value.parameter(), value.from(), value.value().toPlainString(), value.document());
    }

    /**
     * A pack with values that were set since, each as one line: parameter, first day, value, document. Its edition is
     * the hash of the pack's edition and the lines. A parameter that the pack does not have any more is passed over.
     */
    public static PolicyPack overlaid(PolicyPack pack, List<String> lines) {
        if (lines.isEmpty()) {
            return pack;
        }
        var parameters = new LinkedHashMap<String, Parameter>();
        for (var line : lines) {
            var parts = line.split(" ", 4);
            var parameter = parameters.getOrDefault(parts[0], pack.parameters().get(parts[0]));
            if (parameter == null) {
                continue;
            }
            parameters.put(
                    parts[0],
                    parameter.with(new Parameter.Value(
                            LocalDate.parse(parts[1]),
                            new BigDecimal(parts[2]),
                            Text.of(parts[3], parts[3]),
                            Parameter.Standing.SET,
                            null)));
        }
        return pack.with(Sha256.hex(pack.edition() + "\n" + String.join("\n", lines)), parameters);
    }

    /**
     * Puts a value in force from a day to come. That somebody else approved it is the caller's to see to, and the
     * schema's.
     *
     * @param document the number of the document that sets it
     */
    @Transactional
    public void set(
            String parameter,
            LocalDate from,
            BigDecimal value,
            String document,
            PersonId proposedBy,
            PersonId approvedBy) {
        values.add(
                published.pack().id(),
                new SetValue(parameter, from, value, document, LocalDate.now(clock)),
                proposedBy,
                approvedBy);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                effective = null;
            }
        });
    }

    /** Whether the document holds today: nothing new is applied for under one that does not. */
    public boolean isInForce() {
        return current().document().holdsOn(LocalDate.now(clock));
    }

    /** Whether values that no authority has set may stand in. */
    public boolean isDemonstration() {
        return settings.enabled();
    }

    public Optional<PolicyPack> find(String id) {
        return published.pack().id().equals(id) ? Optional.of(current()) : Optional.empty();
    }

    /** Judges a subject on a day. In a demonstration labelled values may stand in for those no authority has set. */
    public Findings evaluate(String programme, LocalDate on, Map<String, FactValue> facts) {
        return current().evaluate(programme, on, facts, settings.enabled());
    }

    /**
     * A time limit or another whole number of the policy, as of today.
     *
     * @throws ValueNotSet if no authority has set it and this is no demonstration
     */
    public int limit(String parameter) {
        return limit(current(), parameter);
    }

    /** The same where something is judged by other rules: they say how long, where the present ones do not know it. */
    public int limit(PolicyPack rules, String parameter) {
        var declared = Objects.requireNonNull(
                current()
                        .parameters()
                        .getOrDefault(parameter, rules.parameters().get(parameter)),
                parameter);
        return declared.on(LocalDate.now(clock))
                .filter(value -> settings.enabled() || value.standing() != Parameter.Standing.DEMONSTRATION)
                .orElseThrow(() -> new ValueNotSet(declared))
                .is()
                .intValueExact();
    }

    static Map<String, String> files(String folder) throws IOException {
        var texts = new TreeMap<String, String>();
        var root = "policies/" + folder + "/";
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + root + "**/*.yaml")) {
            var path = java.net.URLDecoder.decode(file.getURL().toString(), UTF_8);
            texts.put(path.substring(path.lastIndexOf(root) + root.length()), file.getContentAsString(UTF_8));
        }
        return texts;
    }
}
