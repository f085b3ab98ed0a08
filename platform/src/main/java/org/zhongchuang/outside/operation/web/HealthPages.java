package org.zhongchuang.outside.operation.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.outside.operation.Readiness;
import org.zhongchuang.outside.operation.Readiness.State;

/** One word for load balancers and supervisors; what is wrong is told on the management port. */
@Controller
class HealthPages {

    private final Readiness readiness;

    HealthPages(Readiness readiness) {
        this.readiness = readiness;
    }

    /** Whether this node can serve: UP with 200, STARTING or DOWN with 503. */
    @GetMapping(
            path = {"/health", "/health/ready"},
            produces = "text/plain")
    @Anyone
    ResponseEntity<String> ready() {
        var state = readiness.ask().state();
        return ResponseEntity.status(state == State.UP ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(state.name());
    }

    /** Whether the process lives: asks nobody else, so that no restart is tried where the database is what is ill. */
    @GetMapping(path = "/health/live", produces = "text/plain")
    @Anyone
    ResponseEntity<String> live() {
        return ResponseEntity.ok("UP");
    }
}
