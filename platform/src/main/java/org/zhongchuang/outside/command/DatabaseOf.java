package org.zhongchuang.outside.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhongchuang.installation.launch.BundledPostgres;
import org.zhongchuang.installation.launch.DataFolder;
import org.zhongchuang.installation.launch.DatabaseAddress;
import org.zhongchuang.installation.launch.Secrets;
import org.zhongchuang.outside.command.Commands.Line;

/** The database that a command line means: one of its own by {@code --database}, or that of the data folder. */
final class DatabaseOf {

    private DatabaseOf() {}

    /** The data folder: that of the command line, or the one that the product itself takes where none is named. */
    static Path data(Line line) {
        var unnamed = Objects.requireNonNullElse(System.getenv("ZHONGCHUANG_DATA"), "data");
        return BackupCommand.folder(line.has("data") ? line.option("data") : unnamed);
    }

    /** Asks it; starts and stops the server of the data folder if nobody else runs it. */
    static <T> T asked(Line line, Function<DriverManagerDataSource, T> question) {
        if (line.has("database")) {
            var address = DatabaseAddress.read(line.option("database"), System.getenv());
            return question.apply(new DriverManagerDataSource(
                    address.url(), address.login().name(), address.login().password()));
        }
        var data = data(line);
        if (!BundledPostgres.isThere(data)) {
            throw DataFolder.none(data);
        }
        // Nobody starts the product on a folder whose server runs for us; where it runs already, its server is asked.
        var held = DataFolder.holdIfFree(data);
        try {
            var server = BundledPostgres.start(data, new Secrets(data));
            try {
                return question.apply(new DriverManagerDataSource(server.url(), server.user(), server.password()));
            } finally {
                if (held.isPresent()) {
                    server.stop();
                }
            }
        } finally {
            held.ifPresent(DataFolder::close);
        }
    }
}
