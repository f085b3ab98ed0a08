package org.zhongchuang.procedure.amendment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;

/**
 * The values that an authority has to set and has not, whether for today or for later.
 *
 * @param toDecide those without which some programme that can be filed for cannot be decided
 * @param besides the others: of payments, of the assessment, of calculators, of duties
 */
public record Unset(List<Parameter> toDecide, List<Parameter> besides) {

    public Unset {
        toDecide = List.copyOf(toDecide);
        besides = List.copyOf(besides);
    }

    public static Unset of(PolicyPack pack) {
        Set<String> needed = pack.programmes().values().stream()
                .flatMap(one -> neededBy(pack, one))
                .map(Parameter::id)
                .collect(Collectors.toSet());
        var unset = pack.parameters().values().stream()
                .filter(Unset::isUnset)
                .collect(Collectors.partitioningBy(one -> needed.contains(one.id())));
        return new Unset(unset.getOrDefault(true, List.of()), unset.getOrDefault(false, List.of()));
    }

    /** The values that the rules and the procedure of a programme need; none where it cannot be filed for. */
    public static Stream<Parameter> neededBy(PolicyPack pack, Programme programme) {
        return programme.procedure().stream()
                .flatMap(procedure -> Stream.concat(
                        pack.rules(programme.id()).parameters().stream().map(Parameter::id), procedure.parameters()))
                .distinct()
                .flatMap(id -> Optional.ofNullable(pack.parameters().get(id)).stream());
    }

    /** Whether neither the document nor an authority sets it. */
    public static boolean isUnset(Parameter parameter) {
        return parameter.values().stream().allMatch(value -> value.standing() == Parameter.Standing.DEMONSTRATION);
    }

    public int all() {
        return toDecide.size() + besides.size();
    }
}
