package org.zhongchuang.installation.launch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marks a database that a demonstration is being played into: one that broke off is set aside at the next start. */
@Component
public class Filling {

    private final JdbcClient jdbc;

    Filling(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void begin() {
        jdbc.sql("insert into installation.filling (since) values (now())").update();
    }

    public void end() {
        jdbc.sql("delete from installation.filling").update();
    }
}
