package org.zhongchuang.engine.population;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zhongchuang.engine.Rules;
import org.zhongchuang.engine.formula.Node;

/**
 * Writes a programme as a class with the standard class-file API.
 *
 * <p>One loop over the subjects with every rule in it, as long as the method stays small enough for a just-in-time
 * compiler; beyond that a method for each rule, and a loop that calls them.
 */
final class KernelWriter {

    /** A method above 8,000 bytes is never compiled by HotSpot; a node takes about ten. */
    private static final int MOST_NODES_FUSED = 500;

    private static final ClassDesc COLUMNS = Columns.class.describeConstable().orElseThrow();
    private static final ClassDesc SETTINGS = Settings.class.describeConstable().orElseThrow();
    private static final ClassDesc THIS = ClassDesc.of(KernelWriter.class.getPackageName(), "GeneratedKernel");
    private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(
            ConstantDescs.CD_void,
            COLUMNS,
            SETTINGS,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int,
            ConstantDescs.CD_int,
            ConstantDescs.CD_byte.arrayType(),
            LONGS);
    /** A rule by itself: the columns, the parameters, the subject's row and the terms so far. */
    private static final MethodTypeDesc ALONE =
            MethodTypeDesc.of(ConstantDescs.CD_long, COLUMNS, SETTINGS, ConstantDescs.CD_int, LONGS);

    private final Rules rules;
    private final boolean fused;
    private final Map<Integer, Integer> uses = new HashMap<>();

    private KernelWriter(Rules rules) {
        this.rules = rules;
        this.fused = rules.size() <= MOST_NODES_FUSED;
        Stream.concat(rules.criteria().stream(), Stream.ofNullable(rules.amount()))
                .forEach(this::count);
    }

    static Kernel compile(Rules rules) {
        var writer = new KernelWriter(rules);
        var bytes = ClassFile.of().build(THIS, writer::write);
        try {
            return (Kernel) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a generated class can be loaded", e);
        }
    }

    /** Counts how often each term is used, through the terms that are. */
    private void count(Node node) {
        if (node instanceof Node.Term term && uses.merge(term.slot(), 1, Integer::sum) == 1) {
            count(rules.terms().get(term.slot()));
        }
        node.parts().forEach(this::count);
    }

    private void write(ClassBuilder builder) {
        builder.withFlags(ACC_FINAL)
                .withInterfaceSymbols(Kernel.class.describeConstable().orElseThrow())
                .withMethodBody(
                        ConstantDescs.INIT_NAME,
                        ConstantDescs.MTD_void,
                        ACC_PUBLIC,
                        code -> code.aload(0)
                                .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                .return_())
                .withMethodBody("run", RUN, ACC_PUBLIC, this::loop);
        if (!fused) {
            uses.keySet()
                    .forEach(slot -> alone(builder, "term" + slot, rules.terms().get(slot)));
            for (int i = 0; i < rules.criteria().size(); i++) {
                alone(builder, "criterion" + i, rules.criteria().get(i));
            }
            if (rules.amount() != null) {
                alone(builder, "amount", rules.amount());
            }
        }
    }

    private void alone(ClassBuilder builder, String name, Node node) {
        builder.withMethodBody(name, ALONE, ACC_PRIVATE | ACC_STATIC, code -> {
            var writer = new NodeWriter(
                    code, 0, 1, 2, slot -> code.aload(3).loadConstant(slot).laload());
            writer.hoist(node);
            writer.value(node);
            code.lreturn();
        });
    }

    /** {@code for (row = from; row < to; row++)} with everything in it. */
    private void loop(CodeBuilder code) {
        var row = code.allocateLocal(java.lang.classfile.TypeKind.INT);
        var terms = code.allocateLocal(java.lang.classfile.TypeKind.REFERENCE);
        var places = new HashMap<Integer, Integer>();
        var writer = new NodeWriter(code, 1, 2, row, slot -> load(code, terms, places, slot));
        if (fused) {
            uses.keySet().forEach(slot -> writer.hoist(rules.terms().get(slot)));
            rules.criteria().forEach(writer::hoist);
            if (rules.amount() != null) {
                writer.hoist(rules.amount());
            }
        } else {
            code.loadConstant(Math.max(rules.terms().size(), 1))
                    .newarray(java.lang.classfile.TypeKind.LONG)
                    .astore(terms);
        }
        var again = code.newLabel();
        var done = code.newLabel();
        code.iload(3).istore(row);
        code.labelBinding(again).iload(row).iload(4).if_icmpge(done);
        one(code, writer, row, terms, places);
        code.iinc(row, 1).goto_(again).labelBinding(done).return_();
    }

    /** Judges one subject: criteria first, and the amount where it is due. */
    private void one(CodeBuilder code, NodeWriter writer, int row, int terms, Map<Integer, Integer> places) {
        var early = termsOf(rules.criteria().stream());
        var late = new TreeSet<>(uses.keySet());
        late.removeAll(early);
        early.forEach(slot -> define(code, writer, row, terms, places, slot));
        var refused = code.newLabel();
        var next = code.newLabel();
        for (int i = 0; i < rules.criteria().size(); i++) {
            if (fused) {
                writer.branch(rules.criteria().get(i), false, refused);
            } else {
                call(code, "criterion" + i, row, terms);
                code.l2i().ifeq(refused);
            }
        }
        settle(code, row, Verdicts.GRANTED);
        amount(code, writer, row, terms, places, late, true);
        code.goto_(next).labelBinding(refused);
        settle(code, row, Verdicts.REFUSED);
        amount(code, writer, row, terms, places, late, rules.programme().owed());
        code.labelBinding(next);
    }

    private static void settle(CodeBuilder code, int row, byte outcome) {
        code.aload(6).iload(row).iload(5).isub().loadConstant((int) outcome).bastore();
    }

    private void amount(
            CodeBuilder code,
            NodeWriter writer,
            int row,
            int terms,
            Map<Integer, Integer> places,
            Set<Integer> late,
            boolean due) {
        var amount = rules.amount();
        if (amount == null || !due) {
            code.aload(7).iload(row).iload(5).isub().lconst_0().lastore();
            return;
        }
        late.forEach(slot -> define(code, writer, row, terms, places, slot));
        code.aload(7).iload(row).iload(5).isub();
        if (fused) {
            writer.value(amount);
        } else {
            call(code, "amount", row, terms);
        }
        code.lastore();
    }

    private Set<Integer> termsOf(Stream<Node> nodes) {
        var slots = new TreeSet<Integer>();
        nodes.forEach(node -> collect(node, slots));
        return slots;
    }

    private void collect(Node node, Set<Integer> slots) {
        if (node instanceof Node.Term term && slots.add(term.slot())) {
            collect(rules.terms().get(term.slot()), slots);
        }
        node.parts().forEach(part -> collect(part, slots));
    }

    private void define(
            CodeBuilder code, NodeWriter writer, int row, int terms, Map<Integer, Integer> places, int slot) {
        if (fused) {
            writer.value(rules.terms().get(slot));
            code.lstore(places.computeIfAbsent(slot, _ -> code.allocateLocal(java.lang.classfile.TypeKind.LONG)));
        } else {
            code.aload(terms).loadConstant(slot);
            call(code, "term" + slot, row, terms);
            code.lastore();
        }
    }

    private void call(CodeBuilder code, String name, int row, int terms) {
        code.aload(1).aload(2).iload(row).aload(terms).invokestatic(THIS, name, ALONE);
    }

    private void load(CodeBuilder code, int terms, Map<Integer, Integer> places, int slot) {
        if (fused) {
            code.lload(Objects.requireNonNull(places.get(slot), "a term is defined before it is used"));
        } else {
            code.aload(terms).loadConstant(slot).laload();
        }
    }
}
