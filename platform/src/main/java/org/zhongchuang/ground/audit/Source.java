package org.zhongchuang.ground.audit;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.zhongchuang.ground.file.Seal;

/**
 * Where requests come from, as a mark instead of an address: a keyed hash. Two rows from one address bear the same
 * mark, and whoever knows an address can look for it; from the mark nobody reads the address.
 */
@Component
public class Source {

    private static final int DIGITS = 16;

    private final Seal seal;

    Source(Seal seal) {
        this.seal = seal;
    }

    /** The mark of the present request; none outside a request. */
    Optional<String> present() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(markOf(attributes.getRequest().getRemoteAddr()))
                : Optional.empty();
    }

    /** The mark that rows from that address bear. */
    public String markOf(String address) {
        return seal.fingerprint("source " + address.strip()).substring(0, DIGITS);
    }
}
