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
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.law.policy.SetValues.SetValue;

/**
 * The policy the city works by: the pack's files with the values that authorities have set since.
 *
 * <p>A pack that breaks a promise stops the start, with the reason. No value reaches back, so what was judged on a day
 * is judged alike for ever.
 */
@Service
public class Policies {

    /** How long another node may take to notice a value that was set. */
    private static final long FRESH = TimeUnit.SECONDS.toNanos(2);

    private final Map<String, String> files;
    private final PolicyPack published;
    private final PolicySettings settings;
    private final SetValues values;
    private final Clock clock;
    private volatile @Nullable Effective effective;

    Policies(PolicySettings settings, SetValues values, Clock clock) throws IOException {
        this.settings = settings;
        this.values = values;
        this.clock = clock;
        this.files = files(settings.pack());
        this.published = PackReader.read(files);
        var problems = new ArrayList<>(PackCheck.plainProblemsOf(published));
        problems.addAll(RolesOfPack.problemsOf(published));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "policy pack %s: %s".formatted(settings.pack(), String.join("; ", problems)));
        }
    }

    /** The pack with the values set until some moment, and when that was looked up. */
    private record Effective(PolicyPack pack, List<SetValue> values, long looked) {}

    public PolicyPack current() {
        return effective().pack();
    }

    /** The text of the pack's files, by path: what the edition is the hash of. */
    public Map<String, String> files() {
        return files;
    }

    /** The values set until the end of that day, each as one line: parameter, first day, value, document. */
    public List<String> setUntil(LocalDate day) {
        return effective().values().stream()
                .filter(value -> !value.recordedOn().isAfter(day))
                .map(Policies::line)
                .toList();
    }

    private Effective effective() {
        var known = effective;
        if (known == null || System.nanoTime() - known.looked() > FRESH) {
            var now = values.of(published.id());
            known = known != null && known.values().equals(now)
                    ? new Effective(known.pack(), now, System.nanoTime())
                    : new Effective(
                            overlaid(published, now.stream().map(Policies::line).toList()), now, System.nanoTime());
            effective = known;
        }
        return known;
    }

    private static String line(SetValue value) {
        return "%s %s %s %s"
                .formatted(value.parameter(), value.from(), value.value().toPlainString(), value.document());
    }

    /**
     * A pack with values that were set since, each as one line: parameter, first day, value, document. Its edition is
     * the hash of the pack's edition and the lines.
     */
    public static PolicyPack overlaid(PolicyPack pack, List<String> lines) {
        if (lines.isEmpty()) {
            return pack;
        }
        var parameters = new LinkedHashMap<String, Parameter>();
        for (var line : lines) {
            var parts = line.split(" ", 4);
            var parameter = Objects.requireNonNull(
                    parameters.getOrDefault(parts[0], pack.parameters().get(parts[0])), parts[0]);
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
                published.id(),
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
        return published.id().equals(id) ? Optional.of(current()) : Optional.empty();
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
        var declared = Objects.requireNonNull(current().parameters().get(parameter), parameter);
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
