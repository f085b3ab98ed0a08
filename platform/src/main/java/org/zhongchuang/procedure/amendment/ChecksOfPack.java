package org.zhongchuang.procedure.amendment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.law.edition.FiguresOfPack;
import org.zhongchuang.law.policy.RolesOfPack;
import org.zhongchuang.law.policy.Trial;

/**
 * Everything that is looked at in a pack before a city works by it: the one list for the command that checks a folder
 * and for a document that is handed in.
 */
@Component
public class ChecksOfPack implements Trial.Checks {

    private static final String HEAD = "pack.yaml";

    @Override
    public Map<String, List<String>> words() {
        return WordsOfPack.all();
    }

    @Override
    public List<Flaw> problemsOf(PolicyPack pack, Map<String, String> own, Map<String, String> whole) {
        return all(pack, own, whole);
    }

    /** The same where there is no running city. */
    public static List<Flaw> all(PolicyPack pack, Map<String, String> own, Map<String, String> whole) {
        var flaws = new ArrayList<>(PackCheck.problemsOf(pack));
        flaws.addAll(RolesOfPack.problemsOf(pack));
        flaws.addAll(WordsOfPack.problemsOf(pack));
        flaws.addAll(FiguresOfPack.problemsOf(pack));
        flaws.addAll(PackCheck.filesOf(own.keySet()));
        return Flaw.placed(flaws, asWritten(own, whole));
    }

    /** Of an amendment, the files as somebody wrote them, and not as they are made out of two. */
    private static Map<String, String> asWritten(Map<String, String> own, Map<String, String> whole) {
        var files = new TreeMap<>(whole);
        own.forEach((file, text) -> {
            if (!file.equals(HEAD)) {
                files.put(file, text);
            }
        });
        return files;
    }
}
