package org.zhongchuang.engine.formula;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Gives what is asked of a text its types: whether it is in a list, and how it begins. */
final class Members {

    private static final Said TEXT = new Said("文字或选项", "a text or a choice");

    private final Typing typing;
    private final Scope scope;

    Members(Typing typing, Scope scope) {
        this.typing = typing;
        this.scope = scope;
    }

    Node node(Formula.Member member) {
        var of = typing.demand(member.of(), Type.Words.class, TEXT);
        return switch (member.list()) {
            case Formula.Words(var text, var span) -> begins(member, of, text, span);
            case Formula.Name(var id, var span) -> listed(member, of, id, null, span);
            case Formula.At(var id, var day, var span) ->
                listed(member, of, id, typing.demand(day, Type.Calendar.class, Said.DAY), span);
            default ->
                throw new FormulaProblem(
                        member.list().span(), "写 %s", "write %s", "begins(code, list), begins(code, \"C39\")");
        };
    }

    private static Node begins(Formula.Member member, Node of, String text, Span span) {
        if (text.isBlank()) {
            throw new FormulaProblem(
                    span, "引号里须有文字；什么都以空的开头", "there must be a text in the quotes; everything begins with none");
        }
        demandFit(of, List.of(text), true, span, text);
        return new Node.Begins(Typing.CONDITION, of, text, member.span());
    }

    private Node listed(Formula.Member member, Node of, String id, @Nullable Node at, Span span) {
        var codes = scope.list(id)
                .orElseThrow(
                        () -> new FormulaProblem(span, "“%s”不是清单%s", "\"%s\" is no list%s", id, scope.likeList(id)));
        demandFit(of, codes, member.begins(), span, id);
        return new Node.Listed(Typing.CONDITION, of, id, scope.listSlot(id), member.begins(), at, member.span());
    }

    /** A choice of which no option can ever be meant is a mistake. */
    private static void demandFit(Node of, Collection<String> codes, boolean begins, Span span, String what) {
        var options = of.type() instanceof Type.Words(var all) ? all : Set.<String>of();
        BiPredicate<String, String> fits = begins ? String::startsWith : String::equals;
        if (!options.isEmpty()
                && options.stream().noneMatch(option -> codes.stream().anyMatch(code -> fits.test(option, code)))) {
            throw new FormulaProblem(
                    span,
                    "“%s”里没有一个是它的值：%s",
                    "\"%s\" has none of its values: %s",
                    what,
                    String.join(", ", options.stream().sorted().toList()));
        }
    }
}
