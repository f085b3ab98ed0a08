package org.zhongchuang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.kernel.Refusal;

/** A reason stands for rules of the schema by their names: each of these is there. */
class ConstraintNamesTests extends TestCity {

    @Autowired
    private JdbcClient jdbc;

    private static List<Refusal> reasons() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.zhongchuang").stream()
                        .filter(one -> one.isEnum() && one.isAssignableTo(Refusal.class))
                        .map(JavaClass::reflect)
                        .flatMap(one -> Stream.of(one.getEnumConstants()))
                        .map(Refusal.class::cast)
                        .toList();
    }

    /** Constraints, unique indexes, and those that a function raises. */
    private Set<String> rulesOfTheSchema() {
        return new HashSet<>(jdbc.sql("""
                        select conname from pg_constraint
                         union select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid where i.indisunique
                         union select found[1] from pg_proc p, regexp_matches(p.prosrc, 'constraint = ''([a-z_]+)''', 'g') found
                        """).query(String.class).list());
    }

    private static List<String> missing(Stream<Refusal> reasons, Set<String> rules) {
        return reasons.flatMap(reason -> reason.constraints().stream())
                .filter(name -> !rules.contains(name))
                .toList();
    }

    @Test
    void everyNameThatAReasonGivesIsARuleOfTheSchema() {
        assertThat(missing(reasons().stream(), rulesOfTheSchema())).isEmpty();
        assertThat(reasons().stream().filter(one -> !one.constraints().isEmpty()))
                .hasSizeGreaterThan(10);
    }

    @Test
    void aNameThatIsMistypedIsFound() {
        var mistyped = new Refusal() {
            @Override
            public String name() {
                return "MISTYPED";
            }

            @Override
            public org.zhongchuang.engine.Text text() {
                return org.zhongchuang.engine.Text.of("错", "wrong");
            }

            @Override
            public Set<String> constraints() {
                return Set.of("each_voucher_onse");
            }
        };

        assertThat(missing(Stream.of(mistyped), rulesOfTheSchema())).containsExactly("each_voucher_onse");
    }
}
