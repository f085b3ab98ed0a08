package org.zhongchuang.engine.population;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.IntConsumer;
import org.zhongchuang.engine.formula.Exact;
import org.zhongchuang.engine.formula.Formula.Comparison;
import org.zhongchuang.engine.formula.Node;
import org.zhongchuang.engine.formula.Rounding;

/** Writes the code of one node: a {@code long} on the stack, or a jump. */
final class NodeWriter {

    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final ClassDesc MATH = Math.class.describeConstable().orElseThrow();
    private static final ClassDesc EXACT = Exact.class.describeConstable().orElseThrow();
    private static final ClassDesc SETTINGS = Settings.class.describeConstable().orElseThrow();
    private static final ClassDesc COLUMNS = Columns.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc LISTED =
            MethodTypeDesc.of(LONG, COLUMNS, ConstantDescs.CD_int, LONG, ConstantDescs.CD_boolean);
    private static final MethodTypeDesc ONE = MethodTypeDesc.of(LONG, LONG);
    private static final MethodTypeDesc TWO = MethodTypeDesc.of(LONG, LONG, LONG);
    private static final MethodTypeDesc THREE = MethodTypeDesc.of(LONG, LONG, LONG, LONG);

    private final CodeBuilder code;
    private final int columns;
    private final int settings;
    private final int row;
    private final IntConsumer loadTerm;
    private final Locals locals;
    private final TallyWriter tallies;

    /** The places of the locals, and how a term is put on the stack. */
    NodeWriter(CodeBuilder code, int columns, int settings, int row, IntConsumer loadTerm) {
        this.code = code;
        this.locals = new Locals(code, columns, settings);
        this.columns = columns;
        this.settings = settings;
        this.row = row;
        this.loadTerm = loadTerm;
        this.tallies = new TallyWriter(code, this, locals, columns, row);
    }

    /** Loads what the node needs into locals, once for all subjects. */
    void hoist(Node node) {
        locals.hoist(node);
    }

    /** Puts the value on the stack. */
    void value(Node node) {
        switch (node) {
            case Node.Constant constant -> code.loadConstant(constant.value());
            case Node.Fact fact ->
                code.aload(locals.fact(fact.slot())).iload(row).laload();
            case Node.Setting setting -> setting(setting);
            case Node.Term term -> loadTerm.accept(term.slot());
            case Node.Field field -> tallies.field(field);
            case Node.Today _ -> code.aload(settings).invokevirtual(SETTINGS, "day", MethodTypeDesc.of(LONG));
            case Node.Widened widened -> {
                value(widened.of());
                lifted(widened.factor());
            }
            case Node.Sum sum -> both(sum.left(), sum.right(), MATH, sum.subtracted() ? "subtractExact" : "addExact");
            case Node.Product product -> both(product.left(), product.right(), MATH, "multiplyExact");
            case Node.Rounded rounded -> {
                value(rounded.of());
                code.loadConstant(rounded.divisor());
                switch (rounded.rounding()) {
                    case HALF_UP -> code.invokestatic(EXACT, "halfUpEven", TWO);
                    case DOWN -> code.ldiv();
                    case HALF_EVEN, UP -> code.invokestatic(EXACT, name(rounded.rounding()), TWO);
                }
            }
            case Node.Quotient quotient -> quotient(quotient);
            case Node.Extreme extreme -> extreme(extreme);
            case Node.Choose choose -> choose(choose);
            case Node.Given given -> givenOr(given);
            case Node.Dated dated -> dated(dated);
            case Node.Tally tally -> tallies.value(tally);
            case Node.Listed listed -> listed(listed);
            case Node.Begins begins -> {
                code.aload(columns);
                value(begins.of());
                code.loadConstant(begins.with())
                        .invokevirtual(COLUMNS, "begins", MethodTypeDesc.of(LONG, LONG, ConstantDescs.CD_String));
            }
            case Node.Compare _, Node.Not _, Node.Joined _ -> {
                var no = code.newLabel();
                var end = code.newLabel();
                branch(node, false, no);
                code.lconst_1().goto_(end).labelBinding(no).lconst_0().labelBinding(end);
            }
        }
    }

    private void both(Node left, Node right, ClassDesc in, String name) {
        value(left);
        value(right);
        code.invokestatic(in, name, TWO);
    }

    private void setting(Node.Setting setting) {
        var at = setting.at();
        if (at == null) {
            code.lload(locals.parameter(setting.slot()));
            return;
        }
        code.aload(settings).loadConstant(setting.slot());
        value(at);
        code.invokevirtual(SETTINGS, "at", MethodTypeDesc.of(LONG, ConstantDescs.CD_int, LONG));
    }

    /** The list is asked by its slot, on the day of the judgement or on another. */
    private void listed(Node.Listed listed) {
        code.aload(settings).aload(columns).loadConstant(listed.slot());
        value(listed.of());
        code.loadConstant(listed.begins() ? 1 : 0);
        var at = listed.at();
        if (at == null) {
            code.invokevirtual(SETTINGS, "listed", LISTED);
            return;
        }
        value(at);
        code.invokevirtual(SETTINGS, "listed", LISTED.insertParameterTypes(4, LONG));
    }

    private void quotient(Node.Quotient quotient) {
        var dividend = code.allocateLocal(TypeKind.LONG);
        var divisor = code.allocateLocal(TypeKind.LONG);
        var zero = code.newLabel();
        var end = code.newLabel();
        value(quotient.dividend());
        code.lstore(dividend);
        value(quotient.divisor());
        code.lstore(divisor).lload(divisor).lconst_0().lcmp().ifeq(zero).lload(dividend);
        lifted(quotient.lift());
        code.lload(divisor);
        lifted(quotient.divisorLift());
        var byEven = quotient.rounding() == Rounding.HALF_UP && quotient.divisorLift() % 2 == 0;
        code.invokestatic(EXACT, byEven ? "halfUpByEven" : name(quotient.rounding()), TWO)
                .goto_(end)
                .labelBinding(zero);
        value(quotient.whenZero());
        code.labelBinding(end);
    }

    private void lifted(long factor) {
        if (factor != 1) {
            code.loadConstant(factor).invokestatic(MATH, "multiplyExact", TWO);
        }
    }

    private static String name(Rounding rounding) {
        return switch (rounding) {
            case HALF_UP -> "halfUp";
            case HALF_EVEN -> "halfEven";
            case UP -> "up";
            case DOWN -> "down";
        };
    }

    private void extreme(Node.Extreme extreme) {
        value(extreme.of().getFirst());
        for (var one : extreme.of().subList(1, extreme.of().size())) {
            value(one);
            code.invokestatic(MATH, extreme.least() ? "min" : "max", TWO);
        }
    }

    private void choose(Node.Choose choose) {
        var otherwise = code.newLabel();
        var end = code.newLabel();
        branch(choose.when(), false, otherwise);
        value(choose.then());
        code.goto_(end).labelBinding(otherwise);
        value(choose.otherwise());
        code.labelBinding(end);
    }

    private void givenOr(Node.Given given) {
        if (!(Locals.given(given) instanceof Node.Fact fact)) {
            value(given.otherwise());
            return;
        }
        var absent = code.newLabel();
        var end = code.newLabel();
        code.aload(locals.known(fact.slot())).iload(row).baload().ifeq(absent);
        value(given.fact());
        code.goto_(end).labelBinding(absent);
        value(given.otherwise());
        code.labelBinding(end);
    }

    private void dated(Node.Dated dated) {
        dated.of().forEach(this::value);
        switch (dated.function()) {
            case DATE -> code.invokestatic(EXACT, "date", THREE);
            case YEAR_OF -> code.invokestatic(EXACT, "yearOf", ONE);
            case MONTH_OF -> code.invokestatic(EXACT, "monthOf", ONE);
            case MONTHS_BETWEEN -> code.invokestatic(EXACT, "monthsBetween", TWO);
            case WORKING_DAYS_BETWEEN -> code.invokestatic(EXACT, "workingDaysBetween", TWO);
            case PLUS_WORKING_DAYS -> code.invokestatic(EXACT, "plusWorkingDays", TWO);
            case PLUS_DAYS -> code.invokestatic(EXACT, "plusDays", TWO);
            case PLUS_MONTHS -> code.invokestatic(EXACT, "plusMonths", TWO);
            case PLUS_YEARS -> code.invokestatic(EXACT, "plusYears", TWO);
        }
    }

    /** Jumps to {@code target} if the condition is {@code wanted}, else goes on. */
    void branch(Node node, boolean wanted, Label target) {
        switch (node) {
            case Node.Compare compare -> {
                value(compare.left());
                value(compare.right());
                code.lcmp().branch(jumpIf(wanted ? compare.by() : compare.by().opposite()), target);
            }
            case Node.Not not -> branch(not.of(), !wanted, target);
            case Node.Joined joined
            when joined.any() == wanted -> joined.of().forEach(part -> branch(part, wanted, target));
            case Node.Joined joined -> {
                var past = code.newLabel();
                List<Node> of = joined.of();
                of.subList(0, of.size() - 1).forEach(part -> branch(part, !wanted, past));
                branch(of.getLast(), wanted, target);
                code.labelBinding(past);
            }
            default -> {
                value(node);
                code.l2i().branch(wanted ? Opcode.IFNE : Opcode.IFEQ, target);
            }
        }
    }

    /** Jumps on what a comparison left on the stack: below, at or above zero. */
    private static Opcode jumpIf(Comparison by) {
        return switch (by) {
            case AT_LEAST -> Opcode.IFGE;
            case AT_MOST -> Opcode.IFLE;
            case MORE -> Opcode.IFGT;
            case LESS -> Opcode.IFLT;
            case EQUAL -> Opcode.IFEQ;
            case UNEQUAL -> Opcode.IFNE;
        };
    }
}
