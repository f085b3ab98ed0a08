package org.zhongchuang.engine.population;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Node;
import org.zhongchuang.engine.formula.Tallying;

/** Writes the code of what is made of records: a {@code long} on the stack. */
final class TallyWriter {

    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final ClassDesc MATH = Math.class.describeConstable().orElseThrow();
    private static final ClassDesc COLUMNS = Columns.class.describeConstable().orElseThrow();
    private static final ClassDesc RECORDS =
            Columns.Records.class.describeConstable().orElseThrow();
    private static final ClassDesc TALLYING = Tallying.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc TWO = MethodTypeDesc.of(LONG, LONG, LONG);
    private static final MethodTypeDesc KEPT = MethodTypeDesc.of(LONG, LONG.arrayType(), ConstantDescs.CD_int);

    private final CodeBuilder code;
    private final NodeWriter nodes;
    private final Locals locals;
    private final int columns;
    private final int row;
    /** The tally in which the code stands; none outside. */
    private @Nullable Inside inside;

    /**
     * A tally that is being written, by its locals.
     *
     * @param records the records of all subjects
     * @param record which of them is looked at
     * @param fields the columns of fields, by slot
     * @param around the tally within which it stands
     */
    private record Inside(
            int records,
            int record,
            Map<Integer, Integer> fields,
            @Nullable Inside around) {}

    TallyWriter(CodeBuilder code, NodeWriter nodes, Locals locals, int columns, int row) {
        this.code = code;
        this.nodes = nodes;
        this.locals = locals;
        this.columns = columns;
        this.row = row;
    }

    /** A field of the record that is looked at, or of the one around it. */
    void field(Node.Field field) {
        var of = Objects.requireNonNull(inside, "a field stands within a tally");
        var at = field.outer() ? Objects.requireNonNull(of.around(), "an outer field within two") : of;
        code.aload(Objects.requireNonNull(at.fields().get(field.slot()), "hoisted before it is used"))
                .iload(at.record())
                .laload();
    }

    /** A loop over the records of this subject, which adds up what counts or keeps it for the end. */
    void value(Node.Tally tally) {
        var around = inside;
        var records = code.allocateLocal(TypeKind.REFERENCE);
        var end = code.allocateLocal(TypeKind.INT);
        var record = code.allocateLocal(TypeKind.INT);
        code.aload(columns)
                .loadConstant(tally.slot())
                .invokevirtual(COLUMNS, "records", MethodTypeDesc.of(RECORDS, ConstantDescs.CD_int))
                .astore(records);
        inside = new Inside(records, record, locals.hoistFields(tally, records), around);
        offset(records, row, 0);
        code.istore(record);
        offset(records, row, 1);
        code.istore(end);
        if (around != null) {
            demandFew(around, record, end);
        }
        if (tally.by().isRunning()) {
            var total = code.allocateLocal(TypeKind.LONG);
            code.lconst_0().lstore(total);
            loop(tally, record, end, () -> {
                code.lload(total);
                counted(tally);
                code.invokestatic(MATH, "addExact", TWO).lstore(total);
            });
            code.lload(total);
            inside = around;
            return;
        }
        var values = code.allocateLocal(TypeKind.REFERENCE);
        var count = code.allocateLocal(TypeKind.INT);
        code.iload(end)
                .iload(record)
                .isub()
                .newarray(TypeKind.LONG)
                .astore(values)
                .iconst_0()
                .istore(count);
        loop(tally, record, end, () -> {
            code.aload(values).iload(count);
            counted(tally);
            code.lastore().iinc(count, 1);
        });
        inside = around;
        kept(tally, values, count);
    }

    /** As many pairs as the walk goes through, and no more. */
    private void demandFew(Inside around, int record, int end) {
        offset(around.records(), row, 1);
        offset(around.records(), row, 0);
        code.isub()
                .iload(end)
                .iload(record)
                .isub()
                .invokestatic(
                        TALLYING,
                        "demandFew",
                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int, ConstantDescs.CD_int));
    }

    private void loop(Node.Tally tally, int record, int end, Runnable body) {
        var again = code.newLabel();
        var next = code.newLabel();
        var done = code.newLabel();
        code.labelBinding(again).iload(record).iload(end).if_icmpge(done);
        if (tally.where() != null) {
            nodes.branch(tally.where(), false, next);
        }
        body.run();
        code.labelBinding(next).iinc(record, 1).goto_(again).labelBinding(done);
    }

    private void counted(Node.Tally tally) {
        if (tally.of() == null) {
            code.lconst_1();
        } else {
            nodes.value(tally.of());
        }
    }

    /** What the kept values make; {@code more} stands for it where there are none, or says how many count. */
    private void kept(Node.Tally tally, int values, int count) {
        var word = tally.by().word();
        var more = tally.more();
        if (more == null) {
            code.aload(values).iload(count).invokestatic(TALLYING, word, KEPT);
        } else if (tally.by() == Tallying.BEST) {
            code.aload(values).iload(count);
            nodes.value(more);
            code.invokestatic(TALLYING, word, KEPT.insertParameterTypes(2, LONG));
        } else {
            var none = code.newLabel();
            var end = code.newLabel();
            code.iload(count).ifeq(none).aload(values).iload(count).invokestatic(TALLYING, word, KEPT);
            code.goto_(end).labelBinding(none);
            nodes.value(more);
            code.labelBinding(end);
        }
    }

    private void offset(int records, int row, int more) {
        code.aload(records)
                .invokevirtual(RECORDS, "offset", MethodTypeDesc.of(ConstantDescs.CD_int.arrayType()))
                .iload(row)
                .loadConstant(more)
                .iadd()
                .iaload();
    }
}
