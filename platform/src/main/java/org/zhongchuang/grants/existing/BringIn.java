package org.zhongchuang.grants.existing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.recognition.EnterRecognition;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

/**
 * Brings in the makerspaces that a city had recognised before it used this system, with the document that recognised
 * each. A row that is there already, by its name and area or by its certificate, is told and not entered again.
 */
@Service
public class BringIn {

    private final Spaces spaces;
    private final Accounts accounts;
    private final EnterRecognition entry;
    private final JdbcClient jdbc;
    private final Clock clock;

    BringIn(Spaces spaces, Accounts accounts, EnterRecognition entry, JdbcClient jdbc, Clock clock) {
        this.spaces = spaces;
        this.accounts = accounts;
        this.entry = entry;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What speaks against a row that could be read: it is there already, or lies in days to come. */
    public Optional<Text> against(ExistingSpace row) {
        if (row.recognisedOn().isAfter(LocalDate.now(clock)) || row.openedOn().isAfter(row.recognisedOn())) {
            return Optional.of(Text.of(
                    "运营日期不晚于认定日期，认定日期不晚于今天", "it opened before it was recognised, and was recognised before today"));
        }
        if (!row.certificate().isEmpty()
                && exists("recognition.public_recognised_space where code = :value", row.certificate())) {
            return Optional.of(Text.of("这个证书编号已经登记", "this certificate is on the register"));
        }
        return isKnown(row)
                ? Optional.of(Text.of("同一区域已经登记了这个名称", "an entry of that name is on the register of that area"))
                : Optional.empty();
    }

    private boolean isKnown(ExistingSpace row) {
        return jdbc.sql(
                        "select exists (select 1 from registry.public_subject where plain_name = :name and kind = 'SPACE' and area = :area and merged_into is null)")
                .param("name", PlainForm.ofName(row.name()))
                .param("area", row.area())
                .query(Boolean.class)
                .single();
    }

    private boolean exists(String where, String value) {
        return jdbc.sql("select exists (select 1 from " + where + ")")
                .param("value", value)
                .query(Boolean.class)
                .single();
    }

    /** Enters all of them, or none; what is wrong with each, by its place, where something is. */
    @Transactional
    public Map<Integer, Text> keep(Actor actor, List<ExistingSpace> rows) {
        var wrong = new LinkedHashMap<Integer, Text>();
        var seen = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var place = i;
            against(row).ifPresent(why -> wrong.put(place, why));
            var marks = Stream.of(PlainForm.ofName(row.name()) + " " + row.area(), row.certificate())
                    .filter(mark -> !mark.isEmpty())
                    .toList();
            if (marks.stream().anyMatch(seen::contains)) {
                wrong.put(place, Text.of("表中前面已有同名或同证书编号的一行", "an earlier row has that name or that certificate"));
            }
            seen.addAll(marks);
        }
        if (wrong.isEmpty()) {
            rows.forEach(row -> enter(actor, row));
        }
        return wrong;
    }

    private void enter(Actor actor, ExistingSpace row) {
        var operator = accounts.organisationWith(row.operatorCode())
                .orElseGet(() -> accounts.addOrganisation(row.operator(), Optional.of(row.operatorCode()), row.area()));
        var space = spaces.enter(
                actor,
                operator,
                new Space.Profile(
                        row.name(),
                        row.kind(),
                        Builder.FIRM,
                        Carrier.OTHER,
                        row.area(),
                        row.address(),
                        row.openedOn(),
                        ""));
        entry.make(
                actor,
                Optional.empty(),
                space,
                row.operator(),
                new EnterRecognition.Granted(
                        row.document(),
                        row.recognisedOn(),
                        Optional.of(row.certificate()).filter(code -> !code.isEmpty())));
    }
}
