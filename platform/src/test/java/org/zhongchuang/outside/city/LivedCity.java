package org.zhongchuang.outside.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhongchuang.Zhongchuang;
import org.zhongchuang.installation.launch.Foundation;
import org.zhongchuang.installation.launch.LaunchOptions;
import org.zhongchuang.installation.launch.Secrets;

/** A demonstration in a database of its own, filled and in service. */
public record LivedCity(Foundation foundation, ConfigurableApplicationContext context, JdbcClient owner)
        implements AutoCloseable {

    private static final long SEED = 11;

    /**
     * One that has lived through its history.
     *
     * @param packs where the packs of the city lie among what ships
     */
    public static LivedCity fill(Path data, String packs, int spaces, int years) {
        return open(
                data,
                Map.of(
                        "zhongchuang.shipped", packs,
                        "zhongchuang.demonstration.spaces", spaces,
                        "zhongchuang.demonstration.years", years));
    }

    /** A copy of the pack of the second city, to be changed: the folder of it among the packs. */
    public static Path copiedPack(Path packs) throws IOException {
        var source = Path.of("../cities/yunting/yunting-2018-7");
        var pack = packs.resolve("yunting-2018-7");
        try (var files = Files.walk(source)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = pack.resolve(source.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
        return pack;
    }

    /** A city with its offices and people, in which nothing has happened yet, by the packs of that folder. */
    public static LivedCity untold(Path data, Path packs) {
        return open(data, Map.of("zhongchuang.policies", packs.toString(), "zhongchuang.demonstration.told", false));
    }

    private static LivedCity open(Path data, Map<String, Object> own) {
        var foundation = new Foundation(LaunchOptions.parse("demo", "--data", data.toString()), System.out::println);
        var database = foundation.lay();
        var secrets = new Secrets(data);
        var settings = Map.<String, Object>ofEntries(
                Map.entry("spring.datasource.url", database.url()),
                Map.entry("spring.datasource.username", database.application().name()),
                Map.entry("spring.datasource.password", database.application().password()),
                Map.entry("spring.datasource.hikari.maximum-pool-size", 6),
                Map.entry("spring.flyway.user", database.owner().name()),
                Map.entry("spring.flyway.password", database.owner().password()),
                Map.entry("zhongchuang.data", data.toString()),
                Map.entry("zhongchuang.files", data.resolve("files").toString()),
                Map.entry("zhongchuang.decision-key", secrets.decisionKey()),
                Map.entry("zhongchuang.personal-data-key", secrets.personalDataKey()),
                Map.entry("zhongchuang.recognition-key", secrets.recognitionKey()),
                Map.entry("zhongchuang.demonstration.enabled", true),
                Map.entry("zhongchuang.demonstration.seed", SEED),
                Map.entry("zhongchuang.work.enabled", false));
        var context = new SpringApplicationBuilder(Zhongchuang.class)
                .properties(settings)
                .properties(own)
                .run("--server.port=0", "--management.server.port=0");
        var owner = JdbcClient.create(new DriverManagerDataSource(
                database.url(), database.owner().name(), database.owner().password()));
        return new LivedCity(foundation, context, owner);
    }

    public int port() {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return Objects.requireNonNull(server, "a city serves pages").getPort();
    }

    public long count(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }

    /** Everything that happened, by names, numbers, days, sums and states; never by what is drawn anew. */
    String story() {
        return String.join("\n", owner.sql("""
                        select concat_ws('|', programme, number, step, holder, filed_on, step_since, due_on, space_name, operator_name) line from casework.case_file
                        union all select concat_ws('|', number, name, payer, year, fen, document, decided_on) from award.award
                        union all select concat_ws('|', w.number, p.instalment, p.attempt, p.state, p.fen, p.settled_on) from payment.payment p join award.award w on w.id = p.award
                        union all select concat_ws('|', w.number, c.state, c.fen, c.document) from recovery.claim c join award.award w on w.id = c.award
                        union all select concat_ws('|', s.name, e.kind, e.day, e.until, e.party, e.title, e.amount, e.number) from evidence.entry e join registry.space s on s.id = e.space
                        union all select concat_ws('|', kind, name, area, code) from registry.subject
                        union all select concat_ws('|', login, name) from access.person
                        union all select concat_ws('|', name, status, recognised_on) from recognition.recognised_space
                        union all select concat_ws('|', name, grade, score) from assessment.entry
                        union all select concat_ws('|', year, state, document) from assessment.round
                        union all select concat_ws('|', a.payer, a.year, a.programme, a.kind, sum(b.fen)) from ledger.account a join ledger.balance b on b.account = a.id
                                   where a.matter = '' group by a.payer, a.year, a.programme, a.kind
                        order by line
                        """).query(String.class).list());
    }

    @Override
    public void close() {
        context.close();
        foundation.close();
    }
}
