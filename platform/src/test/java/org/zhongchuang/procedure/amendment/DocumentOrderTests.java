package org.zhongchuang.procedure.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.Parameter;

/** What the document speaks of is listed as the document has it. */
class DocumentOrderTests {

    private static Map<String, String> files(Path pack) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(pack)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                texts.put(pack.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void parametersStandByTheItemsOfTheDocumentAndNotByTheCodesOfItsNumerals() throws IOException {
        var pack = PackReader.read(files(Path.of("../policies/jiaxing-2015-90")));

        var clauses = pack.parameters().values().stream()
                .sorted(DocumentOrder.ofParameters(pack))
                .map(Parameter::clause)
                .distinct()
                .toList();

        assertThat(clauses).containsSubsequence("二(一)-1", "二(一)-2", "四(一)-1", "四(四)-3", "五(一)-2", "五(二)-1");
        assertThat(clauses).containsSubsequence("五(二)-5", "五(三)-1", "五(四)-1", "五(六)-3", "六(二)-3");
    }
}
