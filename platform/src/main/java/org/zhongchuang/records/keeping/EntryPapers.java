package org.zhongchuang.records.keeping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.StoredFile;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.Subjects;

/**
 * The scans that an entry of the register rests on: handed in one by one, or many whose names begin with the credit
 * code or the number of the certificate. A file that is taken off stays stored.
 */
@Service
public class EntryPapers {

    /** How many files one archive may hold. */
    private static final int MOST_OF_AN_ARCHIVE = 300;

    /** What is read of one file of an archive, which is more than the store takes of one. */
    private static final int LONGEST = 21 * 1024 * 1024;

    /** What is read of an archive in all: what is packed well may be a thousand times as long as the archive. */
    private static final long LONGEST_OF_AN_ARCHIVE = 300L * 1024 * 1024;

    private static final Text NO_ENTRY = Text.of(
            "文件名开头不是登记册里的统一社会信用代码或证书编号",
            "its name does not begin with a credit code or certificate number of the register");
    private static final Text TOO_LONG = Text.of(
            "解压后太大，从这个文件起没有收；请分几个压缩包上传",
            "it is too long once unpacked; nothing from this file on was taken: send several archives");
    private static final Text NOT_YOURS = Text.of("不属于您的区域", "it lies outside your area");

    private final Reach reach;
    private final Subjects subjects;
    private final FileStore files;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    EntryPapers(Reach reach, Subjects subjects, FileStore files, JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.reach = reach;
        this.subjects = subjects;
        this.files = files;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A scan of an entry. */
    public record Paper(UUID id, String name, Instant at) {}

    /**
     * What came of a file.
     *
     * @param entry the entry it was put to
     * @param why why it was not kept, where it was not
     */
    public record Taken(String name, Optional<Subject> entry, Optional<Text> why) {}

    /** The scans of an entry, the first handed in first. */
    public List<Paper> of(SubjectId subject) {
        return jdbc.sql("""
                        select p.id, f.name, p.added_at from keeping.paper p join file.public_stored f on f.id = p.file
                         where p.subject = :subject and p.removed_at is null order by p.added_at, p.id
                        """)
                .param("subject", subject.value())
                .query(EntryPapers::paper)
                .list();
    }

    /** The content of a scan of that entry. */
    public Optional<StoredFile> file(SubjectId subject, UUID paper) {
        return jdbc.sql("select file from keeping.paper where id = :id and subject = :subject and removed_at is null")
                .param("id", paper)
                .param("subject", subject.value())
                .query((row, _) -> row.getObject("file", UUID.class))
                .optional()
                .flatMap(files::find);
    }

    /** Keeps a file as a scan of an entry. */
    @Transactional
    public Taken add(Actor actor, SubjectId id, InputStream content, String name) {
        var entry = subjects.find(id);
        return entry.isEmpty() ? new Taken(name, entry, Optional.of(NO_ENTRY)) : add(actor, entry.get(), content, name);
    }

    private Taken add(Actor actor, Subject entry, InputStream content, String name) {
        if (!reach.may(actor, Deed.HANDLE, Thing.SUBJECT, entry.id().value())) {
            return new Taken(name, Optional.of(entry), Optional.of(NOT_YOURS));
        }
        return switch (files.store(content, name, actor.person().value())) {
            case Storing.Rejected(var reason) -> new Taken(name, Optional.of(entry), Optional.of(reason.text()));
            case Storing.Stored(var file) -> {
                jdbc.sql("""
                                insert into keeping.paper (id, subject, file, added_by, added_at)
                                values (:id, :subject, :file, :person, :now)
                                """)
                        .param("id", UUID.randomUUID())
                        .param("subject", entry.id().value())
                        .param("file", file.id())
                        .param("person", actor.person().value())
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
                audit.record(actor, "register.paper", entry.id().toString(), file.name());
                yield new Taken(file.name(), Optional.of(entry), Optional.empty());
            }
        };
    }

    /** Keeps a file, or each file of an archive, with the entry that its name begins with. */
    @Transactional
    public List<Taken> addByName(Actor actor, InputStream content, String name) throws IOException {
        if (!name.toLowerCase(java.util.Locale.ROOT).endsWith(".zip")) {
            return List.of(byName(actor, content, name));
        }
        var taken = new ArrayList<Taken>();
        var read = 0L;
        // Archives made on Chinese Windows write names in GB 18030 unless they say that they are in UTF-8.
        try (var archive = new ZipInputStream(content, Charset.forName("GB18030"))) {
            for (var file = archive.getNextEntry(); file != null; file = archive.getNextEntry()) {
                if (file.isDirectory()) {
                    continue;
                }
                if (taken.size() >= MOST_OF_AN_ARCHIVE) {
                    taken.add(new Taken(
                            file.getName(),
                            Optional.empty(),
                            Optional.of(Text.of("一个压缩包最多300个文件", "an archive holds at most 300 files"))));
                    break;
                }
                var bytes = archive.readNBytes(LONGEST);
                read += bytes.length;
                if (bytes.length == LONGEST || read > LONGEST_OF_AN_ARCHIVE) {
                    taken.add(new Taken(file.getName(), Optional.empty(), Optional.of(TOO_LONG)));
                    break;
                }
                taken.add(byName(
                        actor, new ByteArrayInputStream(bytes), file.getName().replaceAll(".*[/\\\\]", "")));
            }
        } catch (ZipException | IllegalArgumentException _) {
            taken.add(new Taken(
                    name, Optional.empty(), Optional.of(Text.of("压缩包打不开或加了密码", "the archive cannot be opened"))));
        }
        return taken;
    }

    private Taken byName(Actor actor, InputStream content, String name) {
        var entry = subjects.beginning(name);
        return entry.isEmpty()
                ? new Taken(name, Optional.empty(), Optional.of(NO_ENTRY))
                : add(actor, entry.get(), content, name);
    }

    /** Takes a scan off an entry. */
    @Transactional
    public void remove(Actor actor, SubjectId subject, UUID paper) {
        if (reach.may(actor, Deed.HANDLE, Thing.SUBJECT, subject.value())
                && jdbc.sql("""
                                update keeping.paper set removed_by = :person, removed_at = :now
                                 where id = :id and subject = :subject and removed_at is null
                                """)
                                .param("person", actor.person().value())
                                .param("now", Timestamp.from(clock.instant()))
                                .param("id", paper)
                                .param("subject", subject.value())
                                .update()
                        == 1) {
            audit.record(actor, "register.paper-remove", subject.toString(), paper.toString());
        }
    }

    private static Paper paper(ResultSet row, int number) throws SQLException {
        return new Paper(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getTimestamp("added_at").toInstant());
    }
}
