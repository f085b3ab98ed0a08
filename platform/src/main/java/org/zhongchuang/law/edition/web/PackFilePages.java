package org.zhongchuang.law.edition.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhongchuang.engine.PackSkeleton;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.document.Skeleton;
import org.zhongchuang.law.policy.EnteredDocuments;
import org.zhongchuang.law.policy.Trial;

/** Packs to take along: a small one to begin with, and those that were handed in. */
@Controller
public class PackFilePages {

    private static final String EXAMPLE = "my-city-2026-1";

    private final EnteredDocuments documents;
    private final Trial.Checks checks;

    PackFilePages(EnteredDocuments documents, Trial.Checks checks) {
        this.documents = documents;
        this.checks = checks;
    }

    /** A pack that can be used as it is, says of each key what it holds, and has the schemas for an editor with it. */
    @GetMapping("/documents/example.zip")
    @Common("The example is the same for everybody.")
    @Only({Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE, Role.AUDITOR})
    ResponseEntity<byte[]> example() {
        return zip(EXAMPLE, PackSkeleton.of(EXAMPLE, checks.words()));
    }

    @GetMapping("/documents/{id}/pack.zip")
    @Common("A document holds for the whole city.")
    @Only({Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE, Role.AUDITOR})
    ResponseEntity<byte[]> pack(@PathVariable UUID id) {
        var document = documents.find(id).orElseThrow(() -> Problem.noSuchThing("document " + id));
        return zip(document.pack(), documents.files(id));
    }

    private static ResponseEntity<byte[]> zip(String pack, Map<String, String> files) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(pack + ".zip", UTF_8)
                                .build()
                                .toString())
                .body(Skeleton.zip(pack, files));
    }
}
