package org.zhongchuang.shell;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhongchuang.access.Anyone;

/** Whether the application is ready: started, the city filled, the database answering. */
@Controller
public class HealthPage {

    private final JdbcClient jdbc;
    private volatile boolean ready;

    HealthPage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        ready = true;
    }

    @GetMapping(path = "/health", produces = "text/plain")
    @Anyone
    ResponseEntity<String> health() {
        if (!ready) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("STARTING");
        }
        jdbc.sql("select 1").query(Integer.class).single();
        return ResponseEntity.ok("UP");
    }
}
