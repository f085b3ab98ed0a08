package org.zhongchuang.outside.administration.web;

import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Credentials;
import org.zhongchuang.ground.identity.PasswordLink;
import org.zhongchuang.ground.identity.PasswordLinks;
import org.zhongchuang.ground.shell.SiteAddress;

/** One-time links as an administrator hands them over: with their whole address, shown this one time. */
@Component
public class OneTimeLinks {

    private final PasswordLinks links;
    private final SiteAddress site;

    OneTimeLinks(PasswordLinks links, SiteAddress site) {
        this.links = links;
        this.site = site;
    }

    /** A link just made for somebody of that name. */
    public record ShownLink(String name, String address, PasswordLink link) {}

    /** Makes one; the one before it is worthless. */
    ShownLink make(Actor actor, Credentials.Holder holder) {
        return shown(holder.name(), links.make(actor, holder.person()));
    }

    /** One that has been made already, with an account. */
    ShownLink shown(String name, PasswordLink link) {
        return new ShownLink(name, site.of(link.path()), link);
    }
}
