package org.zhongchuang.grants.recognition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.kernel.Like;
import org.zhongchuang.ground.search.Hit;
import org.zhongchuang.ground.search.Hits;
import org.zhongchuang.ground.search.Searched;
import org.zhongchuang.ground.search.Words;

/** Certificates, found by their code; by its name a makerspace is found in the directory. */
@Component
class CertificatesByCode implements Searched {

    private final JdbcClient jdbc;
    private final RecognisedSpaces spaces;

    CertificatesByCode(JdbcClient jdbc, RecognisedSpaces spaces) {
        this.jdbc = jdbc;
        this.spaces = spaces;
    }

    @Override
    public int place() {
        return 45;
    }

    @Override
    public Hits find(Words words, @Nullable Actor actor, int most) {
        var hits = words.areEnough()
                ? jdbc
                        .sql(
                                "select * from recognition.recognised_space where code like :start order by code limit :most")
                        .param("start", Like.plain(words.text().toUpperCase(Locale.ROOT)) + "%")
                        .param("most", most)
                        .query(spaces::row)
                        .list()
                        .stream()
                        .map(one -> Hit.named(
                                words,
                                one.code() + " " + one.name(),
                                Optional.of(one.code()),
                                one.status().label(),
                                "/verify/" + one.code()))
                        .toList()
                : List.<Hit>of();
        return new Hits(Text.of("认定证书", "Certificates"), "certificate", hits, "");
    }
}
