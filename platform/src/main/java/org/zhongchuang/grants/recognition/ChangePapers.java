package org.zhongchuang.grants.recognition;

import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.StoredFile;
import org.zhongchuang.ground.file.Storing;

/** The papers that go with a request for a change. */
@Component
public class ChangePapers {

    private final FileStore store;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChangePapers(FileStore store, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file as it is handed in. */
    public record Sent(String name, InputStream content) {}

    /** The files kept, or why one of them was not. */
    sealed interface Kept {

        record All(List<UUID> files) implements Kept {}

        record NotAll(Storing.Reason reason) implements Kept {}
    }

    Kept keep(Actor sender, List<Sent> papers) {
        var files = new ArrayList<UUID>();
        for (var paper : papers) {
            switch (store.store(paper.content(), paper.name(), sender.person().value())) {
                case Storing.Stored(var file) -> files.add(file.id());
                case Storing.Rejected(var reason) -> {
                    return new Kept.NotAll(reason);
                }
            }
        }
        return new Kept.All(files);
    }

    void attach(UUID change, List<UUID> files) {
        files.forEach(file -> jdbc.sql(
                        "insert into recognition.change_paper (change, file, added_at) values (:change, :file, :now)")
                .param("change", change)
                .param("file", file)
                .param("now", Timestamp.from(clock.instant()))
                .update());
    }

    /** The papers of a request, in the order of their names. */
    public List<StoredFile> of(UUID change) {
        return jdbc
                .sql(
                        "select p.file from recognition.change_paper p join file.public_stored f on f.id = p.file where p.change = :change order by f.name, p.file")
                .param("change", change)
                .query((row, _) -> row.getObject("file", UUID.class))
                .list()
                .stream()
                .flatMap(file -> store.find(file).stream())
                .toList();
    }
}
