package org.zhongchuang;

import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.zhongchuang.installation.launch.CannotStart;
import org.zhongchuang.installation.launch.LaunchOptions;
import org.zhongchuang.outside.command.Commands;

/** The platform: a city's innovation policy as a working service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic
public class Zhongchuang {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && Commands.knows(arguments[0])) {
            System.exit(Commands.run(List.of(arguments), System.out, System.err));
        }
        try {
            new Running(LaunchOptions.parse(arguments)).start();
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(Running.BAD_INPUT);
        }
    }
}
