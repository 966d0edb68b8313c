# config/initializers/content_security_policy.rb
Rails.application.configure do
  config.content_security_policy do |policy|
    policy.default_src :self
    policy.connect_src :self, "https://hotline.example"
  end
  # Files in public/ keep their names, by which they load each other: the asset pipeline would change them.
  #   cp -r node_modules/cliquez-signalez/dist/cdn public/cliquez-signalez-0.1.0
  config.public_file_server.headers = { "cache-control" => "public, max-age=31536000" }
end
