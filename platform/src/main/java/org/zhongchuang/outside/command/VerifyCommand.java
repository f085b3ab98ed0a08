package org.zhongchuang.outside.command;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import org.zhongchuang.law.policy.DecisionFile;
import org.zhongchuang.law.policy.DecisionFile.Verification;
import org.zhongchuang.outside.command.Commands.Line;

/** Runs a decision again, offline: same, different at a step, or a file that has been changed. */
final class VerifyCommand {

    private static final int DIFFERENT = 10;

    private VerifyCommand() {}

    static int run(Line line, PrintStream out) {
        var verification = DecisionFile.verify(PolicyCommands.text(line.word(1, "FILE")));
        var answer = new LinkedHashMap<String, Object>();
        switch (verification) {
            case Verification.Same same -> {
                answer.put("verification", "same");
                answer.put("outcome", same.outcome());
                answer.put("edition", same.edition());
                answer.put("key", same.key());
            }
            case Verification.Different different -> {
                answer.put("verification", "different");
                answer.put("step", different.step());
                answer.put("written", different.written());
                answer.put("computed", different.computed());
            }
            case Verification.Broken broken -> {
                answer.put("verification", "broken");
                answer.put("zh", broken.zh());
                answer.put("en", broken.en());
            }
        }
        if (line.has("json")) {
            out.println(Json.write(answer));
        } else {
            out.println(sentence(verification));
        }
        return switch (verification) {
            case Verification.Same _ -> Commands.DONE;
            case Verification.Different _ -> DIFFERENT;
            case Verification.Broken _ -> Commands.BAD_INPUT;
        };
    }

    private static String sentence(Verification verification) {
        return switch (verification) {
            case Verification.Same same ->
                "✓ 一致 / same: %s%n  规则版本 / edition %s%n  签名密钥 / key %s（与该市公布的 /decisions/key 对照 / compare with the one the city publishes）"
                        .formatted(same.outcome(), same.edition(), same.key());
            case Verification.Different different ->
                "✕ 不一致 / different at %s: %s → %s"
                        .formatted(different.step(), different.written(), different.computed());
            case Verification.Broken broken -> "✕ " + broken.zh() + " / " + broken.en();
        };
    }
}
