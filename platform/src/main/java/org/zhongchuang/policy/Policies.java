package org.zhongchuang.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;

/** The policy the city works by. A pack that breaks a promise stops the start, with the reason. */
@Service
public class Policies {

    private final PolicyPack pack;
    private final PolicySettings settings;
    private final Clock clock;

    Policies(PolicySettings settings, Clock clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        this.pack = PackReader.read(files(settings.pack()));
        var problems = PackCheck.problemsOf(pack);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "policy pack %s: %s".formatted(settings.pack(), String.join("; ", problems)));
        }
    }

    public PolicyPack current() {
        return pack;
    }

    /** Whether values that no authority has set may stand in. */
    public boolean isDemonstration() {
        return settings.enabled();
    }

    public Optional<PolicyPack> find(String id) {
        return pack.id().equals(id) ? Optional.of(pack) : Optional.empty();
    }

    /** Judges a subject today. In a demonstration labelled values may stand in for those no authority has set. */
    public Findings evaluate(String programme, LocalDate on, Map<String, FactValue> facts) {
        return pack.evaluate(programme, on, facts, settings.enabled());
    }

    /**
     * A time limit or another whole number of the policy, as of today.
     *
     * @throws IllegalStateException if no authority has set it and this is no demonstration
     */
    public int limit(String parameter) {
        return Optional.ofNullable(pack.parameters().get(parameter))
                .flatMap(one -> one.on(LocalDate.now(clock)))
                .filter(value -> settings.enabled() || value.standing() != Parameter.Standing.DEMONSTRATION)
                .orElseThrow(
                        () -> new IllegalStateException("parameter " + parameter + " has not been set by an authority"))
                .is()
                .intValueExact();
    }

    private static Map<String, String> files(String folder) throws IOException {
        var texts = new TreeMap<String, String>();
        var root = "policies/" + folder + "/";
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + root + "**/*.yaml")) {
            var path = java.net.URLDecoder.decode(file.getURL().toString(), UTF_8);
            texts.put(path.substring(path.lastIndexOf(root) + root.length()), file.getContentAsString(UTF_8));
        }
        return texts;
    }
}
