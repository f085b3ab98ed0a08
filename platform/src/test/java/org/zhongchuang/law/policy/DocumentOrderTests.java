package org.zhongchuang.law.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.Parameter;

/** What the document speaks of is listed as the document has it. */
class DocumentOrderTests {

    @Test
    void parametersStandByTheItemsOfTheDocumentAndNotByTheCodesOfItsNumerals() {
        var pack = PackReader.read(
                Objects.requireNonNull(PackFiles.read(Optional.empty()).get("jiaxing-2015-90")));

        var clauses = pack.parameters().values().stream()
                .sorted(DocumentOrder.ofParameters(pack))
                .map(Parameter::clause)
                .distinct()
                .toList();

        assertThat(clauses).containsSubsequence("二(一)-1", "二(一)-2", "四(一)-1", "四(四)-3", "五(一)-2", "五(二)-1");
        assertThat(clauses).containsSubsequence("五(二)-5", "五(三)-1", "五(四)-1", "五(六)-3", "六(二)-3");
    }
}
