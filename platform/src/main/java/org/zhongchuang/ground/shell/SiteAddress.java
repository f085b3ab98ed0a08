package org.zhongchuang.ground.shell;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Whole addresses of pages, for what is read outside the site: a link that is handed over, a code on a certificate.
 * Where the site's address is set, nothing that a request says changes it.
 */
@Component
public class SiteAddress {

    private final OutsideSettings outside;

    SiteAddress(OutsideSettings outside) {
        this.outside = outside;
    }

    /** The whole address of a page; {@code path} begins with a slash and needs no encoding. */
    public String of(String path) {
        if (!outside.address().isEmpty()) {
            return outside.address() + path;
        }
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }
}
