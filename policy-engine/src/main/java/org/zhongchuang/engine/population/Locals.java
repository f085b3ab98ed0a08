package org.zhongchuang.engine.population;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.zhongchuang.engine.formula.Node;

/**
 * The locals of the written code that hold what nodes read: columns of facts, values of parameters, fields of records.
 */
final class Locals {

    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final ClassDesc COLUMNS = Columns.class.describeConstable().orElseThrow();
    private static final ClassDesc RECORDS =
            Columns.Records.class.describeConstable().orElseThrow();
    private static final ClassDesc SETTINGS = Settings.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc COLUMN = MethodTypeDesc.of(LONG.arrayType(), ConstantDescs.CD_int);

    private final CodeBuilder code;
    private final int columns;
    private final int settings;
    private final Map<Integer, Integer> facts = new HashMap<>();
    private final Map<Integer, Integer> known = new HashMap<>();
    private final Map<Integer, Integer> parameters = new HashMap<>();

    /** The places of the locals that are there already. */
    Locals(CodeBuilder code, int columns, int settings) {
        this.code = code;
        this.columns = columns;
        this.settings = settings;
    }

    int fact(int slot) {
        return local(facts, slot);
    }

    int known(int slot) {
        return local(known, slot);
    }

    int parameter(int slot) {
        return local(parameters, slot);
    }

    private static int local(Map<Integer, Integer> locals, int slot) {
        return Objects.requireNonNull(locals.get(slot), "hoisted before it is used");
    }

    /** Loads what the node needs, once for all subjects. */
    void hoist(Node node) {
        switch (node) {
            case Node.Fact fact -> column(fact.slot());
            case Node.Setting setting
            when setting.at() == null ->
                parameters.computeIfAbsent(setting.slot(), slot -> {
                    var local = code.allocateLocal(TypeKind.LONG);
                    code.aload(settings)
                            .loadConstant(slot)
                            .invokevirtual(SETTINGS, "value", MethodTypeDesc.of(LONG, ConstantDescs.CD_int))
                            .lstore(local);
                    return local;
                });
            case Node.Given given
            when given(given) instanceof Node.Fact fact ->
                known.computeIfAbsent(fact.slot(), slot -> {
                    var local = code.allocateLocal(TypeKind.REFERENCE);
                    code.aload(columns)
                            .loadConstant(slot)
                            .invokevirtual(
                                    COLUMNS,
                                    "known",
                                    MethodTypeDesc.of(ConstantDescs.CD_boolean.arrayType(), ConstantDescs.CD_int))
                            .astore(local);
                    return local;
                });
            default -> {}
        }
        node.parts().forEach(this::hoist);
    }

    private void column(int slot) {
        facts.computeIfAbsent(slot, _ -> {
            var local = code.allocateLocal(TypeKind.REFERENCE);
            code.aload(columns)
                    .loadConstant(slot)
                    .invokevirtual(COLUMNS, "value", COLUMN)
                    .astore(local);
            return local;
        });
    }

    static Node given(Node.Given given) {
        var node = given.fact();
        while (node instanceof Node.Widened widened) {
            node = widened.of();
        }
        return node;
    }

    /** Loads the fields of these records that are read record by record: by slot, the local of each. */
    Map<Integer, Integer> hoistFields(Node.Tally tally, int records) {
        var fields = new HashMap<Integer, Integer>();
        Stream.of(tally.where(), tally.of())
                .filter(Objects::nonNull)
                .forEach(part -> hoistField(part, records, false, fields));
        return fields;
    }

    /** Inside a further tally, those that it takes from the records around it. */
    private void hoistField(Node node, int records, boolean inside, Map<Integer, Integer> fields) {
        if (node instanceof Node.Field field && field.outer() == inside) {
            fields.computeIfAbsent(field.slot(), slot -> {
                var local = code.allocateLocal(TypeKind.REFERENCE);
                code.aload(records)
                        .loadConstant(slot)
                        .invokevirtual(RECORDS, "field", COLUMN)
                        .astore(local);
                return local;
            });
        }
        if (node instanceof Node.Tally tally) {
            Stream.of(tally.where(), tally.of())
                    .filter(Objects::nonNull)
                    .forEach(part -> hoistField(part, records, true, fields));
            Stream.ofNullable(tally.more()).forEach(part -> hoistField(part, records, inside, fields));
        } else {
            node.parts().forEach(part -> hoistField(part, records, inside, fields));
        }
    }
}
